package dev.sayso.person;

import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.store.Redaction;
import dev.sayso.store.TableRedaction;

/**
 * Takes the addresses of somebody who is erased out of things that name them, and out of
 * what those once were.
 */
@Component
class MentionErasure {

	private final ProfileMentions mentions;

	private final List<RedactableThing> things;

	private final TableRedaction tables;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	MentionErasure(ProfileMentions mentions, List<RedactableThing> things, TableRedaction tables, Audit audit,
			ApplicationEventPublisher events) {
		this.mentions = mentions;
		this.things = things;
		this.tables = tables;
		this.audit = audit;
		this.events = events;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.mentions.find(erased.profile())
			.ifPresent((redaction) -> this.things.forEach((thing) -> redact(thing, redaction)));
	}

	private void redact(RedactableThing thing, Redaction redaction) {
		String type = thing.type();
		int redacted = this.tables.out(type, List.of("id"), thing.texts(), redaction) + this.tables
			.out(type + "_version", List.of(type + "_id", "number"), List.of("name", "content"), redaction);
		this.audit.forget(type, redaction);
		if (redacted > 0 && thing.event() != null) {
			this.events.publishEvent(thing.event());
		}
	}

}
