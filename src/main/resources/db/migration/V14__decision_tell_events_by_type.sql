-- a display and a click may be told under one id: each counts once
alter table proposition_event drop constraint proposition_event_pk;
alter table proposition_event add constraint proposition_event_pk primary key (proposition_id, event_id, type);
