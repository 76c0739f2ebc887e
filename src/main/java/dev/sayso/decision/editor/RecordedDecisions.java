package dev.sayso.decision.editor;

import java.util.List;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Reads decisions to change them and saves what became of them: each change with its
 * entry in the audit, and told to whoever keeps what is live.
 */
@Component
class RecordedDecisions {

	private final Decisions decisions;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	RecordedDecisions(Decisions decisions, Audit audit, ApplicationEventPublisher events) {
		this.decisions = decisions;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * A decision as somebody saw it.
	 * @throws StaleEditException when somebody else saved since {@code seen}
	 */
	Decision get(UUID id, int seen) {
		Decision decision = this.decisions.findById(id).orElseThrow(() -> new NotFoundException("decision " + id));
		if (decision.version() == null || decision.version() != seen) {
			throw new StaleEditException("decision " + decision.slug());
		}
		return decision;
	}

	/**
	 * Saves what an act made of a decision.
	 * @param action a past participle that has a message {@code audit.action.<action>}
	 */
	Decision save(Decision after, String action, List<FieldChange> changes, Actor by) {
		Decision saved = this.decisions.save(after);
		this.audit.write(by, action, new AuditSubject("decision", saved.id().toString(), saved.name()), changes);
		this.events.publishEvent(new CatalogueChanged());
		return saved;
	}

}
