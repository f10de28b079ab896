// Batch mode asks nobody and so passes validationRegex by: what it refuses is refused here.
def given = { name -> request.properties.getProperty(name) }
def folder = new File(request.outputDirectory, request.artifactId)
def refuse = { name, what ->
    throw new IllegalArgumentException("${name} '${given(name)}' must be ${what}; delete ${folder} and generate it again.")
}
def rules = [
    groupId           : [/[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*/, 'letters, digits, hyphens and underscores between dots'],
    artifactId        : [/[a-z][a-z0-9-]*/, 'lower-case letters, digits and hyphens, a letter first'],
    package           : [/[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)*/, 'the name of a Java package, in lower case'],
    serviceName       : [/[a-z0-9][a-z0-9-]{0,62}/, 'the id of an e-service: at most 63 lower-case letters, digits and hyphens, no hyphen first'],
    serviceTitle      : [/[^"\\\p{Cntrl}]{1,100}/, 'at most 100 characters, no quotation marks or backslashes among them'],
    database          : [/h2|postgresql/, 'h2 or postgresql'],
    organisationNumber: [/[0-9]{2}[2-9][0-9]{7}/, 'ten digits, the third of them 2 or more'],
    httpPort          : [/[0-9]{4,5}/, 'four or five digits'],
]
rules.each { name, rule ->
    if (!(given(name) ==~ rule[0])) {
        refuse(name, rule[1])
    }
}
def digits = given('organisationNumber').collect { it as int }
def sum = digits.withIndex().collect { digit, place -> place % 2 ? digit : digit * 2 }.sum { it > 9 ? it - 9 : it }
if (sum % 10 != 0) {
    refuse('organisationNumber', 'an organisation number, whose last digit checks the others')
}

// The standard's list of kommuner, put in when the archetype is built.
def kommuner = '''@{kommuner}'''
def kommun = kommuner =~ /"code": "${given('principal')}", "name": "([^"]+)"/
if (!(given('principal') ==~ /[0-9]{4}/) || !kommun.find()) {
    refuse('principal', 'the kommunkod of one of the 290 kommuner, as 2581 is that of Piteå')
}

// Properties are read as ISO 8859-1, so that other letters are written as escapes.
def name = kommun.group(1).collect { it as char }.collect { it < 128 ? "${it}" : String.format('\\u%04x', it as int) }.join()
def settings = new File(folder, 'src/main/resources/META-INF/microprofile-config.properties')
settings.setText(settings.getText('ISO-8859-1').replace("Kommun ${given('principal')}", name), 'ISO-8859-1')
