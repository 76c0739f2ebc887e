package dev.sayso.audience;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.person.ProfileErased;
import dev.sayso.person.ProfileMentions;
import dev.sayso.store.TableRedaction;

/**
 * Removes the addresses of an erased person from audiences and their versions; a
 * condition that named one then matches nobody by it.
 */
@Component
class AudienceErasure {

	private final ProfileMentions mentions;

	private final TableRedaction tables;

	private final Audit audit;

	AudienceErasure(ProfileMentions mentions, TableRedaction tables, Audit audit) {
		this.mentions = mentions;
		this.tables = tables;
		this.audit = audit;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.mentions.find(erased.profile()).ifPresent((redaction) -> {
			this.tables.out("audience", List.of("id"), List.of("name", "description", "condition"), redaction);
			this.tables.out("audience_version", List.of("audience_id", "number"), List.of("name", "content"),
					redaction);
			this.audit.forget("audience", redaction);
		});
	}

}
