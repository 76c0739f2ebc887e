-- broadcast: publications of decisions at a time that was chosen, and what became of them
create table decision_schedule (
	id uuid not null,
	decision_id uuid not null,
	name varchar(200) not null,
	-- what is to hold, and the offers that are to be approved with it
	plan varchar(1000000) not null,
	due_at timestamp(6) with time zone not null,
	-- in which the time was chosen
	zone varchar(60) not null,
	-- whether another than who changed it last chose it
	four_eyes boolean not null,
	requested_by varchar(200),
	made_at timestamp(6) with time zone not null,
	made_by varchar(1000) not null,
	-- waiting, missed, done or called-off
	state varchar(20) not null,
	-- what stood in its way
	obstacles varchar(100000) not null,
	constraint decision_schedule_pk primary key (id),
	constraint decision_schedule_decision_fk foreign key (decision_id) references decision (id) on delete cascade
);

create index decision_schedule_due_ix on decision_schedule (state, due_at);
create index decision_schedule_decision_ix on decision_schedule (decision_id, state);
