package dev.sayso.offer;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Makes offers and changes their drafts, each change with its entry in the audit; what
 * shows stays as it is.
 */
@Component
public class OfferManagement {

	private final Offers offers;

	private final OfferValidator check;

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	OfferManagement(Offers offers, OfferValidator check, Audit audit, Clock clock, ApplicationEventPublisher events) {
		this.offers = offers;
		this.check = check;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Makes one, a draft.
	 * @throws InvalidOfferException when something is wrong with it
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	public Offer create(String slug, boolean fallback, OfferDraft edit, Actor by) {
		OfferDraft kept = this.check.kept(fallback, edit);
		Offer created = this.offers.save(Offer.create(slug, kept.name(), kept.description(), fallback, kept.content(),
				this.clock.instant(), by.name()));
		this.audit.write(by, "created", OfferParts.subject(created),
				OfferChanges.told(Map.of(), OfferParts.of(created)));
		return created;
	}

	/**
	 * Saves the draft; where nothing differs nothing is written.
	 * @param seen the version that the editor saw
	 * @throws InvalidOfferException when something is wrong with it
	 * @throws StaleEditException when somebody else saved since
	 */
	@Transactional
	public Offer edit(UUID id, int seen, OfferDraft edit, Actor by) {
		Offer before = read(id);
		if (before.version() == null || before.version() != seen) {
			throw new StaleEditException("offer " + before.slug());
		}
		OfferDraft kept = this.check.kept(before.fallback(), edit);
		Offer after = before.edit(kept.name(), kept.description(), kept.content(), this.clock.instant(), by.name());
		if (OfferParts.of(before).equals(OfferParts.of(after))) {
			return before;
		}
		Offer saved = this.offers.save(after);
		this.audit.write(by, "edited", OfferParts.subject(saved),
				OfferChanges.told(OfferParts.of(before), OfferParts.of(saved)));
		return saved;
	}

	/**
	 * Puts one away, so that it shows nowhere, or takes it out again.
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
