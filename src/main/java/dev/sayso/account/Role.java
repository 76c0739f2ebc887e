package dev.sayso.account;

public enum Role {

	OPERATOR, MARKETER, AUDITOR, ADMIN

}
