package dev.sayso.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;

/**
 * Those who may publish what others meet: pages, offers, decisions.
 */
@Component
public class Publishers {

	private static final Set<Role> ROLES = EnumSet.of(Role.MARKETER, Role.ADMIN);

	private final Accounts accounts;

	Publishers(Accounts accounts) {
		this.accounts = accounts;
	}

	/** All of them who can sign in, by name. */
	public List<Actor> list() {
		return this.accounts.findAllByOrderByName()
			.stream()
			.filter((account) -> account.enabled() && ROLES.contains(account.role()))
			.map((account) -> Actor.account(account.id().toString(), account.name()))
			.toList();
	}

}
