package dev.sayso.contact.policy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.Audited;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Named;

/**
 * If somebody wants to do this, then only with people who said that. What binds is a
 * version of it; editing makes a draft beside it.
 *
 * @param version counts saves, so that a stale one is seen
 * @param slug its key in URLs and in verdicts, given once
 * @param draft what the next version freezes
 * @param newest the number of its newest version; null before the first
 */
record ConsentPolicy(@Id UUID id, @Version @Nullable Integer version, String slug, String name, String description,
		PolicyContent draft, @Nullable Integer newest, Instant createdAt, Instant changedAt,
		String changedBy) implements Audited, Named {

	static final String TYPE = "consent_policy";

	static ConsentPolicy create(String slug, String name, String description, PolicyContent draft, Instant now,
			String by) {
		return new ConsentPolicy(Ids.next(), null, slug, name, description, draft, null, now, now, by);
	}

	ConsentPolicy edit(String renamed, String described, PolicyContent changed, Instant now, String by) {
		return new ConsentPolicy(this.id, this.version, this.slug, renamed, described, changed, this.newest,
				this.createdAt, now, by);
	}

	/** The same with its draft frozen as its next version. */
	ConsentPolicy freeze(Instant now, String by) {
		return new ConsentPolicy(this.id, this.version, this.slug, this.name, this.description, this.draft, next(),
				this.createdAt, now, by);
	}

	/** The same saved by somebody, so that who saw it before is told. */
	ConsentPolicy touch(Instant now, String by) {
		return edit(this.name, this.description, this.draft, now, by);
	}

	public int next() {
		return (this.newest != null) ? this.newest + 1 : 1;
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject(TYPE, this.id.toString(), this.name);
	}

	@Override
	public Map<String, ?> fields() {
		return Map.of("name", this.name, "description", this.description, "when", this.draft.when(), "only",
				this.draft.only());
	}

	@Override
	public Object event(String action) {
		return new PoliciesChanged();
	}

}
