package dev.sayso.account;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Who is signed in, as the session remembers them.
 */
public final class AccountPrincipal implements UserDetails, CredentialsContainer {

	private static final long serialVersionUID = 1L;

	private final UUID id;

	private final String username;

	private final String name;

	private final Role role;

	private final boolean enabled;

	private final @Nullable String language;

	private final String theme;

	private final boolean passwordGiven;

	private @Nullable String password;

	public AccountPrincipal(Account account) {
		this.id = account.id();
		this.username = account.username();
		this.name = account.name();
		this.role = account.role();
		this.enabled = account.enabled();
		this.language = account.language();
		this.theme = account.theme();
		this.passwordGiven = account.passwordGiven();
		this.password = account.password();
	}

	public UUID id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	Role role() {
		return this.role;
	}

	@Nullable public String language() {
		return this.language;
	}

	String theme() {
		return this.theme;
	}

	public boolean passwordGiven() {
		return this.passwordGiven;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of(new SimpleGrantedAuthority("ROLE_" + this.role));
	}

	@Override
	public @Nullable String getPassword() {
		return this.password;
	}

	@Override
	public String getUsername() {
		return this.username;
	}

	@Override
	public boolean isEnabled() {
		return this.enabled;
	}

	@Override
	public void eraseCredentials() {
		this.password = null;
	}

}
