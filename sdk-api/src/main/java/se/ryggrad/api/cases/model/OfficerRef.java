package se.ryggrad.api.cases.model;

import se.ryggrad.api.identity.ActorId;

/**
 * Names an officer for people.
 *
 * @param officer the opaque reference
 * @param name the name; empty when unknown
 */
public record OfficerRef(ActorId officer, String name) {}
