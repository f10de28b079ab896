create table plankan.nummerserie (
  serie varchar(40) not null,
  ar int not null,
  senaste int not null,
  primary key (serie, ar)
);

create table plankan.arende (
  id uuid primary key,
  diarienr varchar(60) unique,
  typ varchar(300),
  handlaggare varchar(300),
  lage varchar(20)
    check (lage in ('INKOMMEN', 'DIARIEFÖRD', 'UNDER HANDLÄGGNING', 'KOMPLETTERING', 'BESLUTAD', 'AVSLUTAD')),
  inkom date,
  kontrollansvarig varchar(200)
);

create table plankan.part (
  arende uuid not null references plankan.arende,
  rad int not null,
  roll varchar(20) not null,
  namn text not null,
  idnr varchar(40) not null,
  till date,
  primary key (arende, rad)
);

create table plankan.handling (
  arende uuid not null references plankan.arende,
  nr int not null,
  slag varchar(20) not null,
  titel text not null,
  dag date not null,
  primary key (arende, nr)
);

create table plankan.beslut (
  arende uuid not null references plankan.arende,
  rad int not null,
  slag varchar(30) not null,
  utfall varchar(20) not null,
  dag date not null,
  lydelse text not null,
  primary key (arende, rad)
);

create table plankan.handelse (
  arende uuid not null references plankan.arende,
  nr bigint not null,
  id uuid primary key,
  tid timestamp(3) with time zone not null,
  slag varchar(40) not null,
  av text not null,
  text text not null
);

create index plankan.handelse_av_arende on plankan.handelse (arende, nr);

-- what the officers' program lists: nothing of anybody
create view plankan.rad as
select a.id, a.diarienr, a.inkom, json_object(
    'diarienr': a.diarienr, 'typ': a.typ, 'lage': a.lage, 'handlaggare': a.handlaggare, 'inkom': a.inkom
    absent on null) as json
from plankan.arende a;

-- the whole file, without the numbers of persons
create view plankan.akt as
select a.id, a.diarienr, a.inkom, json_object(
    'diarienr': a.diarienr, 'typ': a.typ, 'lage': a.lage, 'handlaggare': a.handlaggare,
    'inkom': a.inkom, 'kontrollansvarig': a.kontrollansvarig,
    'parter': (select json_arrayagg(
        json_object('roll': p.roll, 'namn': p.namn, 'till': p.till absent on null) order by p.rad)
        from plankan.part p where p.arende = a.id),
    'handlingar': (select json_arrayagg(
        json_object('nr': h.nr, 'slag': h.slag, 'titel': h.titel, 'dag': h.dag) order by h.nr)
        from plankan.handling h where h.arende = a.id),
    'beslut': (select json_arrayagg(
        json_object('slag': b.slag, 'utfall': b.utfall, 'dag': b.dag, 'lydelse': b.lydelse) order by b.rad)
        from plankan.beslut b where b.arende = a.id),
    'handelser': (select json_arrayagg(
        json_object('tid': t.tid, 'slag': t.slag, 'av': t.av, 'text': t.text) order by t.nr)
        from plankan.handelse t where t.arende = a.id)
    absent on null) as json
from plankan.arende a;
