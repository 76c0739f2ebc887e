package dev.sayso.offer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.store.Uncommitted;

/**
 * The approved offers, read again only when an offer was changed: there may be ten
 * thousand with long texts, and every page of the editor counts them.
 */
@Component
public class ApprovedOffers {

	private final Offers offers;

	private final OfferVersions versions;

	private final JdbcClient jdbc;

	private volatile @Nullable Known known;

	ApprovedOffers(Offers offers, OfferVersions versions, JdbcClient jdbc) {
		this.offers = offers;
		this.versions = versions;
		this.jdbc = jdbc;
	}

	/** Read anew only where some offer was saved since. */
	public List<ApprovedOffer> all() {
		State state = this.jdbc.sql("""
				select count(*) as offers, coalesce(sum(version), 0) as saves,
					coalesce(max(cast(id as varchar(36))), '') as newest
				from offer""").query(State.class).single();
		Known last = this.known;
		if (last == null || !last.state().equals(state)) {
			last = new Known(state, this.versions.approved());
			if (!Uncommitted.isPossible()) {
				this.known = last;
			}
		}
		return last.offers();
	}

	/**
	 * The same with those of these that wait to be approved, as if they were.
	 * @param named keys of offers
	 */
	public List<ApprovedOffer> with(Set<String> named) {
		List<Offer> waiting = waiting(named);
		return waiting.isEmpty() ? all()
				: Stream
					.concat(all().stream(),
							waiting
								.stream()
								.map((offer) -> new ApprovedOffer(offer.id(), offer.next(), offer.slug(), offer.name(),
										offer.fallback(), offer.draft())))
					.toList();
	}

	/** Those of these keys that nobody approved yet. */
	public List<Offer> waiting(Set<String> named) {
		Set<String> unapproved = new LinkedHashSet<>(named);
		all().forEach((offer) -> unapproved.remove(offer.slug()));
		return unapproved.stream()
			.flatMap((slug) -> this.offers.findBySlug(slug).stream())
			.filter((offer) -> offer.status() == Offer.Status.DRAFT)
			.toList();
	}

	/** What tells one state of the store from another. */
	record State(long offers, long saves, String newest) {
	}

	private record Known(State state, List<ApprovedOffer> offers) {
	}

}
