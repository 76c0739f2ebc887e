package dev.sayso.offer;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.audit.Audit;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.shared.Actor;
import dev.sayso.shared.DuplicateNames;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Creates, edits, copies and archives offers, each change with its entry in the audit;
 * what shows stays as it is.
 */
@Component
public class OfferManagement {

	private final Offers offers;

	private final OfferValidator validator;

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	OfferManagement(Offers offers, OfferValidator validator, Audit audit, Clock clock, ApplicationEventPublisher events,
			TransactionTemplate transaction) {
		this.offers = offers;
		this.validator = validator;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
		this.transaction = transaction;
	}

	/**
	 * Creates an offer, a draft.
	 * @throws InvalidOfferException when something is wrong with it
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	public Offer create(String slug, boolean fallback, OfferDraft draft, Actor by) {
		OfferDraft accepted = this.validator.accept(fallback, draft);
		Offer created = this.offers.save(Offer.create(slug, accepted.name(), accepted.description(), fallback,
				accepted.content(), this.clock.instant(), by.name()));
		this.audit.write(by, "created", OfferParts.subject(created),
				OfferDifferences.between(Map.of(), OfferParts.of(created)));
		return created;
	}

	/**
	 * Makes a copy, a draft under a key of its own. Each try has a transaction of its
	 * own, since somebody else may take the key first.
	 * @param suffix what its name ends with, such as <em>(copy)</em>
	 * @throws InvalidOfferException when something is wrong with it by now
	 */
	public Offer duplicate(Offer offer, String suffix, Actor by) {
		OfferDraft copy = new OfferDraft(DuplicateNames.name(offer.name(), suffix), offer.description(), offer.draft());
		return DuplicateNames.make(offer.slug(), (slug) -> this.offers.findBySlug(slug).isPresent(),
				(slug) -> this.transaction.execute((status) -> create(slug, offer.fallback(), copy, by)));
	}

	/**
	 * Saves the draft; where nothing differs nothing is written.
	 * @param seen the version that the editor saw
	 * @throws InvalidOfferException when something is wrong with it
	 * @throws StaleEditException when somebody else saved since
	 */
	@Transactional
	public Offer edit(UUID id, int seen, OfferDraft draft, Actor by) {
		Offer before = read(id);
		if (before.version() == null || before.version() != seen) {
			throw new StaleEditException("offer " + before.slug());
		}
		OfferDraft accepted = this.validator.accept(before.fallback(), draft);
		Offer after = before.edit(accepted.name(), accepted.description(), accepted.content(), this.clock.instant(),
				by.name());
		if (OfferParts.of(before).equals(OfferParts.of(after))) {
			return before;
		}
		Offer saved = this.offers.save(after);
		this.audit.write(by, "edited", OfferParts.subject(saved),
				OfferDifferences.between(OfferParts.of(before), OfferParts.of(saved)));
		return saved;
	}

	/**
	 * Archives an offer, so that it shows nowhere, or restores it.
	 */
	@Transactional
	public Offer archive(UUID id, boolean away, Actor by) {
		Offer before = read(id);
		if ((before.archivedAt() != null) == away) {
			return before;
		}
		Offer changed = this.offers.save(before.archive(away, this.clock.instant(), by.name()));
		this.audit.write(by, away ? "archived" : "restored", OfferParts.subject(changed), List.of());
		this.events.publishEvent(new CatalogueChanged());
		return changed;
	}

	private Offer read(UUID id) {
		return this.offers.findById(id).orElseThrow(() -> new NotFoundException("offer " + id));
	}

}
