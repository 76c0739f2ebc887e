package dev.sayso.offer;

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
 * Redacts the addresses of somebody who is erased in offers that name them, and in the
 * versions of these.
 */
@Component
class OfferErasure {

	private final ProfileMentions mentions;

	private final TableRedaction rows;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	OfferErasure(ProfileMentions mentions, TableRedaction rows, Audit audit, ApplicationEventPublisher events) {
		this.mentions = mentions;
		this.rows = rows;
		this.audit = audit;
		this.events = events;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.mentions.find(erased.profile()).ifPresent((redaction) -> {
			int redacted = this.rows.out("offer", List.of("id"), List.of("name", "description", "draft"), redaction)
					+ this.rows.out("offer_version", List.of("offer_id", "number"), List.of("name", "content"),
							redaction);
			this.audit.forget("offer", redaction);
			if (redacted > 0) {
				this.events.publishEvent(new CatalogueChanged());
			}
		});
	}

}
