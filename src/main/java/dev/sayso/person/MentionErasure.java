package dev.sayso.person;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.Redaction;
import dev.sayso.store.TableRedaction;

/**
 * Takes the addresses of somebody who is erased out of things that name them, and out of
 * what those once were.
 */
@Component
class MentionErasure {

	private final Profiles profiles;

	private final List<RedactableThing> things;

	private final TableRedaction tables;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	MentionErasure(List<RedactableThing> things, TableRedaction tables, Audit audit, ApplicationEventPublisher events,
			Profiles profiles) {
		this.things = things;
		this.tables = tables;
		this.audit = audit;
		this.events = events;
		this.profiles = profiles;
	}

	@EventListener
	void on(ProfileErased erased) {
		find(erased.profile()).ifPresent((redaction) -> this.things.forEach((thing) -> redact(thing, redaction)));
	}

	private void redact(RedactableThing thing, Redaction redaction) {
		String type = thing.type();
		int redacted = this.tables.out(type, List.of("id"), thing.texts(), redaction);
		if (thing.versioned()) {
			redacted += this.tables.out(type + "_version", List.of(type + "_id", "number"), List.of("name", "content"),
					redaction);
		}
		this.audit.forget(type, redaction);
		if (redacted > 0 && thing.event() != null) {
			this.events.publishEvent(thing.event());
		}
	}

	/**
	 * Takes out what names somebody while they are still there: their addresses and ids;
	 * empty where nothing does.
	 */
	private Optional<Redaction> find(ProfileId person) {
		List<String> names = this.profiles.findById(person)
			.map(Profile::details)
			.map((details) -> Stream.of(details.email(), details.mobile(), details.phone(), details.externalId())
				.filter(Objects::nonNull)
				.filter((name) -> name.length() > 4)
				.toList())
			.orElse(List.of());
		return names.isEmpty() ? Optional.empty() : Optional.of(Redaction.of(names));
	}

}
