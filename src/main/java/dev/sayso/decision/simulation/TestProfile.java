package dev.sayso.decision.simulation;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.Audited;
import dev.sayso.shared.Ids;

/**
 * A person made up to try decisions on.
 *
 * @param version counts saves, so that a stale one is seen
 * @param name what people call it; several may be called so
 */
record TestProfile(@Id UUID id, @Version @Nullable Integer version, String name, TestProfileContent content,
		Instant changedAt, String changedBy) implements Audited {

	static TestProfile create(String name, TestProfileContent content, Instant now, String by) {
		return new TestProfile(Ids.next(), null, name, content, now, by);
	}

	TestProfile edit(String renamed, TestProfileContent changed, Instant now, String by) {
		return new TestProfile(this.id, this.version, renamed, changed, now, by);
	}

	@Override
	public Map<String, String> fields() {
		Map<String, String> parts = new TreeMap<>(this.content.texts());
		parts.put("name", this.name);
		this.content.says().forEach((purpose, choice) -> parts.put("purpose." + purpose, choice));
		return parts;
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("made-up-person", this.id.toString(), this.name);
	}

}
