package dev.sayso.contact.policy;

import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.store.Version;
import dev.sayso.store.Versions;

/**
 * What policies said each time they were enabled anew.
 */
@Component
class PolicyVersions extends Versions<PolicyContent> {

	PolicyVersions(JdbcClient jdbc, JsonMapper json) {
		super(jdbc, json, "consent_policy", PolicyContent.class);
	}

	void add(ConsentPolicy policy) {
		add(new Version<>(policy.id(), Objects.requireNonNull(policy.newest()), policy.name(), policy.draft(),
				policy.changedAt(), policy.changedBy()));
	}

	/** Whether the draft says something else than its newest version. */
	boolean isDrafted(ConsentPolicy policy) {
		return find(policy.id(), policy.newest()).map((newest) -> !newest.content().equals(policy.draft()))
			.orElse(true);
	}

}
