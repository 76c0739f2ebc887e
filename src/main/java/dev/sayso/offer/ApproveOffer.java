package dev.sayso.offer;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Approves an offer: its draft shows, as a version that never changes again.
 */
@Component
public class ApproveOffer {

	private final Offers offers;

	private final OfferVersions versions;

	private final OfferValidator validator;

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	ApproveOffer(Offers offers, OfferVersions versions, OfferValidator validator, Audit audit, Clock clock,
			ApplicationEventPublisher events) {
		this.offers = offers;
		this.versions = versions;
		this.validator = validator;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Approves the draft as the next version; one that is the newest version already is
	 * left alone.
	 * @param seen the version of the offer that was reviewed
	 * @throws InvalidOfferException when something is wrong with it
	 * @throws StaleEditException when somebody else saved since, or it is archived
	 */
	@Transactional
	public Offer approve(UUID id, int seen, Actor by) {
		Offer offer = this.offers.findById(id).orElseThrow(() -> new NotFoundException("offer " + id));
		if (offer.version() == null || offer.version() != seen || offer.archivedAt() != null) {
			throw new StaleEditException("offer " + offer.slug());
		}
		Map<String, OfferFault> faults = this.validator.ofApproval(offer.fallback(), offer.draft());
		if (!faults.isEmpty()) {
			throw new InvalidOfferException(faults);
		}
		Map<String, String> before = parts(offer);
		if (before.equals(OfferParts.of(offer.name(), offer.draft()))) {
			return offer;
		}
		Offer approved = this.offers.save(offer.approve(this.clock.instant(), by.name()));
		this.versions.add(approved);
		this.audit.write(by, "approved", OfferParts.subject(approved),
				OfferDifferences.between(numbered(before, offer.approved()),
						numbered(OfferParts.of(approved.name(), approved.draft()), approved.approved())));
		this.events.publishEvent(new CatalogueChanged());
		return approved;
	}

	/**
	 * The parts of the version that shows; none before the first.
	 */
	public Map<String, String> parts(Offer offer) {
		return (offer.approved() == null) ? Map.of()
				: this.versions.find(offer.id(), offer.approved())
					.map((version) -> OfferParts.of(version.name(), version.content()))
					.orElse(Map.of());
	}

	private static Map<String, String> numbered(Map<String, String> parts, @Nullable Integer number) {
		Map<String, String> numbered = new LinkedHashMap<>(parts);
		numbered.put("approved", (number != null) ? number.toString() : "");
		return numbered;
	}

}
