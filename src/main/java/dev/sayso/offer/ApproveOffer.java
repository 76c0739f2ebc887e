package dev.sayso.offer;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;

/**
 * Approves an offer: its draft shows, as a version that never changes again.
 */
@Component
public class ApproveOffer {

	private final Offers offers;

	private final OfferManagement management;

	private final OfferVersions versions;

	private final OfferValidator validator;

	private final AuditedChanges changes;

	private final Clock clock;

	ApproveOffer(Offers offers, OfferManagement management, OfferVersions versions, OfferValidator validator,
			AuditedChanges changes, Clock clock) {
		this.offers = offers;
		this.management = management;
		this.versions = versions;
		this.validator = validator;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Approves the draft as the next version; one that is the newest version already is
	 * left alone.
	 * @throws InvalidOfferException when something is wrong with it
	 * @throws StaleEditException when somebody else saved since, or it is archived
	 */
	@Transactional
	public Offer approve(UUID id, int seen, Actor by) {
		Offer offer = this.offers.get(id, seen);
		if (offer.archivedAt() != null) {
			throw new StaleEditException("offer " + offer.slug());
		}
		check(offer);
		Map<String, String> before = parts(offer);
		if (before.equals(OfferParts.of(offer.name(), offer.draft()))) {
			return offer;
		}
		Offer approved = offer.approve(this.clock.instant(), by.name());
		Offer saved = this.changes.save(this.offers, approved, "approved",
				OfferDifferences.between(numbered(before, offer.approved()),
						numbered(OfferParts.of(approved.name(), approved.draft()), approved.approved())),
				by);
		this.versions.add(saved);
		return saved;
	}

	/**
	 * Whether its draft could be approved as it is.
	 * @throws InvalidOfferException when something is wrong with it
	 */
	public void check(Offer offer) {
		Map<String, OfferFault> faults = this.validator.ofApproval(offer.fallback(), offer.draft());
		if (!faults.isEmpty()) {
			throw new InvalidOfferException(faults);
		}
	}

	/**
	 * Creates an offer and approves it, or does neither.
	 * @throws InvalidOfferException when something is wrong with it
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	public Offer approveNew(String slug, boolean fallback, OfferDraft draft, Actor by) {
		return approve(this.management.create(slug, fallback, draft, by), by);
	}

	/**
	 * Saves a draft and approves it, or does neither.
	 * @throws InvalidOfferException when something is wrong with it
	 * @throws StaleEditException when somebody else saved since, or it is archived
	 */
	@Transactional
	public Offer approveEdited(UUID id, int seen, OfferDraft draft, Actor by) {
		return approve(this.management.edit(id, seen, draft, by), by);
	}

	private Offer approve(Offer saved, Actor by) {
		return approve(saved.id(), Objects.requireNonNull(saved.version()), by);
	}

	public Map<String, String> parts(Offer offer) {
		return this.versions.find(offer.id(), offer.approved())
			.map((version) -> OfferParts.of(version.name(), version.content()))
			.orElse(Map.of());
	}

	private static Map<String, String> numbered(Map<String, String> parts, @Nullable Integer number) {
		Map<String, String> numbered = new LinkedHashMap<>(parts);
		numbered.put("approved", (number != null) ? number.toString() : "");
		return numbered;
	}

}
