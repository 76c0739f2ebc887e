package dev.sayso.account;

/**
 * What somebody who signs in may do.
 */
public enum Role {

	OPERATOR, MARKETER, AUDITOR, ADMIN

}
