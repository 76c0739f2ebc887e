package dev.sayso.account;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.shared.Ids;

/**
 * What is asked of a list, under the name somebody gave it.
 *
 * @param accountId whose it is
 * @param section of the list
 * @param query as the list's URL has it, without a page
 * @param shared whether everybody is offered it who sees the list
 */
record SavedView(@Id UUID id, @Version @Nullable Integer version, UUID accountId, String section, String name,
		String query, boolean shared, Instant createdAt) {

	/** The longest query that browsers and servers take in a URL. */
	static final int LONGEST = 6000;

	static SavedView create(UUID account, String section, String query, SavedViewForm form, Instant now) {
		return new SavedView(Ids.next(), null, account, section, form.name(), query, form.shared(), now);
	}

	SavedView edit(SavedViewForm form) {
		return new SavedView(this.id, this.version, this.accountId, this.section, form.name(), this.query,
				form.shared(), this.createdAt);
	}

	String href() {
		return "/" + this.section + "?" + this.query;
	}

	boolean belongsTo(AccountPrincipal user) {
		return this.accountId.equals(user.id());
	}

	/** One's own may be changed, and by administrators what all are offered. */
	boolean isOpenTo(AccountPrincipal user) {
		return belongsTo(user) || (this.shared && user.role() == Role.ADMIN);
	}

}
