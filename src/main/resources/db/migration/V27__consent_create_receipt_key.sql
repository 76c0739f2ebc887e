-- broadcast: public keys of receipts, published for ever; the private one of the newest is a sealed key
create table receipt_key (
	kid varchar(43) not null,
	public_key varchar(43) not null,
	created_at timestamp(6) with time zone not null,
	constraint receipt_key_pk primary key (kid)
);
