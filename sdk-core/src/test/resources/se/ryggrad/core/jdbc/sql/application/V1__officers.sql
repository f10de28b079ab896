-- An application's own table, with a name that the stores have as well.
create table officer (name varchar(100) not null);
insert into officer (name) values ('Karin');
