-- what publishing a draft would change, worked out over people
create table decision_impact (
	id uuid not null,
	decision_id uuid not null,
	-- the save of the decision whose draft it is about
	draft int not null,
	begun_at timestamp(6) with time zone not null,
	begun_by varchar(200) not null,
	-- whether it was asked for everybody, however long that takes
	everybody boolean not null,
	total bigint not null,
	seen bigint not null,
	touched_at timestamp(6) with time zone not null,
	-- done, or failed; null while it is worked out
	outcome varchar(10),
	result varchar(1000000),
	constraint decision_impact_pk primary key (id),
	constraint decision_impact_decision_fk foreign key (decision_id) references decision (id) on delete cascade
);

create index decision_impact_decision_ix on decision_impact (decision_id, begun_at);
