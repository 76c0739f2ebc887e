package dev.sayso.offer;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.shared.Actor;
import dev.sayso.shared.DuplicateNames;
import dev.sayso.shared.StaleEditException;

/**
 * Creates, edits, copies and archives offers, each change with its entry in the audit;
 * what shows stays as it is.
 */
@Component
public class OfferManagement {

	private final Offers offers;

	private final OfferValidator validator;

	private final AuditedChanges changes;

	private final Clock clock;

	private final TransactionTemplate transaction;

	OfferManagement(Offers offers, OfferValidator validator, AuditedChanges changes, Clock clock,
			TransactionTemplate transaction) {
		this.offers = offers;
		this.validator = validator;
		this.changes = changes;
		this.clock = clock;
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
		return this.changes.create(this.offers, Offer.create(slug, accepted.name(), accepted.description(), fallback,
				accepted.content(), this.clock.instant(), by.name()), by);
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
	 * @throws InvalidOfferException when something is wrong with it
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 */
	@Transactional
	public Offer edit(UUID id, int seen, OfferDraft draft, Actor by) {
		Offer before = this.offers.get(id, seen);
		OfferDraft accepted = this.validator.accept(before.fallback(), draft);
		return this.changes.edit(this.offers, before, before.edit(accepted.name(), accepted.description(),
				accepted.content(), this.clock.instant(), by.name()), by);
	}

	@Transactional
	public Offer archive(UUID id, boolean away, Actor by) {
		return this.changes.archive(this.offers, this.offers.get(id), away, by);
	}

}
