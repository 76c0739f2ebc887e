package dev.sayso.decision;

import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.person.ProfileErased;
import dev.sayso.person.ProfileMentions;
import dev.sayso.store.TableRedaction;

/**
 * Takes the addresses of somebody who is erased out of decisions that name them, and out
 * of what those once were.
 */
@Component
class DecisionErasure {

	private final ProfileMentions mentions;

	private final TableRedaction tables;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	DecisionErasure(ProfileMentions mentions, TableRedaction tables, Audit audit, ApplicationEventPublisher events) {
		this.mentions = mentions;
		this.tables = tables;
		this.audit = audit;
		this.events = events;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.mentions.find(erased.profile()).ifPresent((redaction) -> {
			int changed = this.tables.out("decision", List.of("id"), List.of("name", "description", "draft"), redaction)
					+ this.tables.out("decision_version", List.of("decision_id", "number"), List.of("name", "content"),
							redaction);
			this.audit.forget("decision", redaction);
			if (changed > 0) {
				this.events.publishEvent(new CatalogueChanged());
			}
		});
	}

}
