package dev.sayso.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.OfferVersions;
import dev.sayso.store.Uncommitted;

/**
 * The approved offers, read again only when an offer was changed: there may be ten
 * thousand with long texts, and every page of the editor counts them.
 */
@Component
class ApprovedOffers {

	private final OfferVersions versions;

	private final JdbcClient jdbc;

	private volatile @Nullable Known known;

	ApprovedOffers(OfferVersions versions, JdbcClient jdbc) {
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

	/** What tells one state of the store from another. */
	record State(long offers, long saves, String newest) {
	}

	private record Known(State state, List<ApprovedOffer> offers) {
	}

}
