package dev.sayso.account;

/**
 * What somebody who signs in may do.
 */
enum Role {

	OPERATOR, MARKETER, AUDITOR, ADMIN

}
