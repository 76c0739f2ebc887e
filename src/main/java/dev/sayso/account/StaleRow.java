package dev.sayso.account;

import java.util.List;

/**
 * A field that somebody else changed meanwhile: both values, to choose from.
 */
record StaleRow(String name, String label, String yours, String theirs) {

	static List<StaleRow> between(AccountForm form, Account account) {
		return java.util.stream.Stream.of(new StaleRow("name", "account.name", form.name(), account.name()),
				new StaleRow("role", "account.role", String.valueOf(form.role()), account.role().name()),
				new StaleRow("enabled", "account.enabled", String.valueOf(form.enabled()),
						String.valueOf(account.enabled())))
			.toList();
	}

}
