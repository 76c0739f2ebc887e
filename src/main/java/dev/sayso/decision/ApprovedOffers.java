package dev.sayso.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Offers;
import dev.sayso.store.Uncommitted;

/**
 * The approved offers, read again only when an offer was changed: there may be ten
 * thousand with long texts, and every page of the editor counts them.
 */
@Component
class ApprovedOffers {

	private final Offers offers;

	private final OfferVersions versions;

	private final JdbcClient jdbc;

	private volatile @Nullable Known known;

	ApprovedOffers(Offers offers, OfferVersions versions, JdbcClient jdbc) {
		this.offers = offers;
		this.versions = versions;
		this.jdbc = jdbc;
	}

	List<ApprovedOffer> all() {
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
	 * The same with what waits to be approved together with a draft, as if it were.
	 */
	List<ApprovedOffer> with(DecisionContent draft) {
		List<Offer> waiting = waiting(draft);
		return waiting.isEmpty() ? all()
				: Stream
					.concat(all().stream(),
							waiting
								.stream()
								.map((offer) -> new ApprovedOffer(offer.id(), offer.next(), offer.slug(), offer.name(),
										offer.fallback(), offer.draft())))
					.toList();
	}

	/**
	 * The offers that a draft names itself, one by one, and that nobody approved yet: its
	 * criteria's own, and its fallback.
	 */
	List<Offer> waiting(DecisionContent draft) {
		Set<String> named = new LinkedHashSet<>();
		draft.scopes().forEach((scope) -> scope.criteria().forEach((criterion) -> named.addAll(criterion.offers())));
		named.add(draft.fallback());
		all().forEach((offer) -> named.remove(offer.slug()));
		return named.stream()
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
