package dev.sayso.account;

import java.net.URLDecoder;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.Audited;
import dev.sayso.shared.Ids;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What is asked of a list, under the name somebody gave it.
 *
 * @param accountId whose it is
 * @param section of the list
 * @param query as the list's URL has it, without a page
 * @param shared whether everybody is offered it who sees the list
 */
record SavedView(@Id UUID id, @Version @Nullable Integer version, UUID accountId, String section, String name,
		String query, boolean shared, Instant createdAt) implements Audited {

	static final String TYPE = "saved_view";

	/** The longest query that browsers and servers take in a URL. */
	static final int LONGEST = 6000;

	static SavedView create(UUID account, String section, String query, SavedViewForm form, Instant now) {
		return new SavedView(Ids.next(), null, account, section, form.name(), query, form.shared(), now);
	}

	SavedView edit(SavedViewForm form) {
		return new SavedView(this.id, this.version, this.accountId, this.section, form.name(), this.query,
				form.shared(), this.createdAt);
	}

	SavedView filter(String newQuery) {
		return new SavedView(this.id, this.version, this.accountId, this.section, this.name, newQuery, this.shared,
				this.createdAt);
	}

	/** Where somebody who is erased was taken out of it, a dash stands for them. */
	public String href() {
		return "/" + this.section + "?" + this.query.replace("–", "%E2%80%93");
	}

	boolean belongsTo(AccountPrincipal user) {
		return this.accountId.equals(user.id());
	}

	/** One's own may be changed, and by administrators what all are offered. */
	boolean isOpenTo(AccountPrincipal user) {
		return belongsTo(user) || (this.shared && user.role() == Role.ADMIN);
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject(TYPE, this.id.toString(), this.name);
	}

	@Override
	public Map<String, ?> fields() {
		return Map.of("name", this.name, "list", this.section, "shared", this.shared, "filters", filters());
	}

	/** In words that are searched, and redacted where they name somebody. */
	private String filters() {
		String pairs = this.query.replace("&", ", ").replace("=", ": ");
		try {
			return URLDecoder.decode(pairs, UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return pairs;
		}
	}

}
