package dev.sayso.offer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.offer.placement.CatalogueForm;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * The offers in the configuration file. One that the file calls approved is approved as
 * the file has it; the draft beside it stays a draft.
 */
@Component
@Order(50)
class OffersPart implements ConfigurationPart<OfferItem> {

	private final Offers offers;

	private final OfferVersions versions;

	private final OfferManagement management;

	private final ApproveOffer approve;

	private final OfferValidator validator;

	private final OfferItemMessages messages;

	OffersPart(Offers offers, OfferVersions versions, OfferManagement management, ApproveOffer approve,
			OfferValidator validator, OfferItemMessages messages) {
		this.offers = offers;
		this.versions = versions;
		this.management = management;
		this.approve = approve;
		this.validator = validator;
		this.messages = messages;
	}

	@Override
	public String kind() {
		return "offers";
	}

	@Override
	public Class<OfferItem> type() {
		return OfferItem.class;
	}

	@Override
	public Stream<OfferItem> items() {
		return this.offers.findAllByOrderByName().stream().sorted(Comparator.comparing(Offer::slug)).map(this::item);
	}

	@Override
	public Optional<OfferItem> find(String key) {
		return this.offers.findBySlug(key).map(this::item);
	}

	/** What is archived shows nowhere: of that the draft is all there is to tell. */
	private OfferItem item(Offer offer) {
		if (offer.archivedAt() != null) {
			return OfferItem.of(offer, offer.name(), offer.draft(), null);
		}
		OfferItem draft = OfferItem.of(offer.name(), offer.draft());
		return this.versions.find(offer.id(), offer.approved()).map((approved) -> {
			boolean same = OfferItem.of(approved.name(), approved.content()).equals(draft);
			return OfferItem.of(offer, approved.name(), approved.content(), same ? null : draft);
		}).orElseGet(() -> OfferItem.of(offer, offer.name(), offer.draft(), null));
	}

	@Override
	public List<Fault> faults(OfferItem written) {
		List<Fault> faults = new ArrayList<>(Item.faults(written.key(), written.name()));
		if (written.key() != null && CatalogueForm.RESERVED.contains(written.key())) {
			faults.add(new Fault("/key", "is no key"));
		}
		if (written.status() != null && !Set.of("draft", "approved", "archived").contains(written.status())) {
			faults.add(new Fault("/status", UNKNOWN));
		}
		faults.addAll(written.faults(""));
		if (written.draft() != null) {
			Item.faults("any", written.draft().name()).forEach((fault) -> faults.add(fault.within("/draft")));
			faults.addAll(written.draft().faults("/draft"));
			if (written.draft().key() != null || written.draft().draft() != null || written.draft().status() != null
					|| written.draft().fallback() != null || written.draft().description() != null) {
				faults.add(new Fault("/draft", "has only what an approval freezes"));
			}
		}
		return faults;
	}

	@Override
	public OfferItem apply(OfferItem written, @Nullable OfferItem before, Actor by) {
		String key = Objects.requireNonNull(written.key());
		boolean fallback = Boolean.TRUE.equals(written.fallback());
		if (before != null && fallback != Boolean.TRUE.equals(before.fallback())) {
			throw ProblemException.faulty(List.of(new Fault("/fallback", "is given once and does not change")));
		}
		if (before != null && isSame(written, content(written), content(drafted(written)), before)) {
			return before;
		}
		OfferItem shown = (before != null) ? safe(written) : content(written);
		if (before != null && isSame(written, shown, safe(drafted(written)), before)) {
			return before;
		}
		boolean archived = "archived".equals(written.status());
		Offer offer = this.offers.findBySlug(key).orElse(null);
		String description = (written.description() != null) ? written.description()
				: (before != null) ? Objects.requireNonNullElse(before.description(), "") : "";
		if (offer != null && offer.archivedAt() != null && written.status() != null && !archived) {
			offer = this.management.archive(offer.id(), false, by);
		}
		if ("approved".equals(written.status()) && (before == null || !shown.equals(approved(before)))) {
			offer = approve(save(offer, key, fallback, description, written, "", by), written, by);
		}
		offer = save(offer, key, fallback, description, drafted(written), (written.draft() != null) ? "/draft" : "",
				by);
		if (archived) {
			this.management.archive(offer.id(), true, by);
		}
		return find(key).orElseThrow();
	}

	/** Whether the store has all that the file says already. */
	private static boolean isSame(OfferItem written, OfferItem shown, OfferItem drafted, OfferItem before) {
		boolean described = written.description() == null || written.description().equals(before.description());
		boolean drawn = drafted.equals((before.draft() != null) ? content(before.draft()) : content(before));
		boolean stands = written.status() == null || written.status().equals(before.status())
				|| (written.status().equals("draft") && "approved".equals(before.status()));
		return described && drawn && stands && (!"approved".equals(written.status()) || shown.equals(approved(before)));
	}

	private static @Nullable OfferItem approved(OfferItem before) {
		return "approved".equals(before.status()) ? content(before) : null;
	}

	private static OfferItem drafted(OfferItem written) {
		return (written.draft() != null) ? written.draft() : written;
	}

	/** What would be kept of it: texts without what is not safe. */
	private OfferItem safe(OfferItem item) {
		return OfferItem.of(Objects.requireNonNull(item.name()).strip(), this.validator.sanitize(item.content()));
	}

	private static OfferItem content(OfferItem item) {
		return OfferItem.of(Objects.requireNonNull(item.name()).strip(), item.content());
	}

	private Offer save(@Nullable Offer offer, String key, boolean fallback, String description, OfferItem written,
			String at, Actor by) {
		OfferDraft draft = new OfferDraft(Objects.requireNonNull(written.name()).strip(), description,
				written.content());
		if (offer != null && offer.description().equals(description)
				&& OfferItem.of(offer.name(), offer.draft()).equals(safe(written))) {
			return offer;
		}
		try {
			return (offer == null) ? this.management.create(key, fallback, draft, by)
					: this.management.edit(offer.id(), Objects.requireNonNull(offer.version()), draft, by);
		}
		catch (InvalidOfferException ex) {
			throw ProblemException.faulty(this.messages.say(ex.faults(), written, at));
		}
	}

	private Offer approve(Offer offer, OfferItem written, Actor by) {
		try {
			return this.approve.approve(offer.id(), Objects.requireNonNull(offer.version()), by);
		}
		catch (InvalidOfferException ex) {
			throw ProblemException.faulty(this.messages.say(ex.faults(), written, ""));
		}
	}

	@Override
	public boolean prune(OfferItem unnamed, Actor by) {
		Offer offer = this.offers.get(Objects.requireNonNull(unnamed.key()));
		return offer.archivedAt() == null && this.management.archive(offer.id(), true, by).archivedAt() != null;
	}

}
