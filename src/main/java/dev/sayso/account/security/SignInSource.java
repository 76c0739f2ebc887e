package dev.sayso.account.security;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody tries to sign in from.
 *
 * @param device what is counted of a device on which the account signed in before; null
 * of any other
 */
record SignInSource(String address, @Nullable String device) implements Serializable {

	/** Whose failures are counted together. */
	String counted() {
		return (this.device != null) ? "device " + this.device : "network " + NetworkSignInLimit.network(this.address);
	}

	boolean known() {
		return this.device != null;
	}

}
