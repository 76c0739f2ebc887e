package dev.sayso.offer.placement;

import java.time.Clock;
import java.util.Objects;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.audit.CatalogueRepository;
import dev.sayso.shared.Actor;
import dev.sayso.shared.DuplicateNames;

/**
 * Makes copies of things of the catalogue.
 */
@Component
public class CatalogueCopies {

	private final AuditedChanges changes;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final MessageSourceAccessor messages;

	CatalogueCopies(AuditedChanges changes, TransactionTemplate transaction, Clock clock,
			MessageSourceAccessor messages) {
		this.changes = changes;
		this.transaction = transaction;
		this.clock = clock;
		this.messages = messages;
	}

	/**
	 * Makes a copy under a key of its own, however many are made at once. Each try has a
	 * transaction of its own, since somebody else may take the key first.
	 */
	public <T extends CatalogueThing<T>> T make(CatalogueRepository<T> things, T thing, Actor by) {
		String name = DuplicateNames.name(thing.name(), this.messages.getMessage("catalogue.copy"));
		return DuplicateNames.make(thing.slug(), (slug) -> things.findBySlug(slug).isPresent(),
				(slug) -> Objects.requireNonNull(this.transaction.execute((status) -> this.changes.create(things,
						thing.copy(slug, name, this.clock.instant(), by.name()), by))));
	}

}
