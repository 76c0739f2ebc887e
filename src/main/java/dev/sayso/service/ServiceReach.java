package dev.sayso.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.consent.status.Verdict.State;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.profile.list.ProfileSearch;

/**
 * Of those subscribed, whom the service reaches: a no to the channel leaves the
 * subscription as it is, and nothing comes of it.
 */
@Component
class ServiceReach {

	/** Counting stops there. */
	private static final int MOST = 1_000_000;

	private final ProfileSearch search;

	ServiceReach(ProfileSearch search) {
		this.search = search;
	}

	/**
	 * @param reach how a channel stands to people, as conditions name it
	 * @param href the list of those people
	 */
	record Part(String reach, long people, String href) {

	}

	/**
	 * @param reached how many the service reaches
	 * @param others why it does not reach the rest, where anybody is in it
	 */
	record View(Part reached, List<Part> others) {

		public long rest() {
			return this.others.stream().mapToLong(Part::people).sum();
		}

		public long all() {
			return this.reached.people() + rest();
		}

	}

	/** Whom it reaches; null where that takes too long to count. */
	@Nullable View count(Service service) {
		try {
			List<Part> others = new ArrayList<>();
			for (State state : List.of(State.DO_NOT_CONTACT, State.WAITING, State.PAUSED, State.NO_ADDRESS)) {
				Part part = count(service, state);
				if (part.people() > 0) {
					others.add(part);
				}
			}
			return new View(count(service, State.MAY_CONTACT), others);
		}
		catch (QueryTimeoutException ex) {
			return null;
		}
	}

	private Part count(Service service, State state) {
		Condition condition = Condition.all(new Comparison(SubscriptionFacts.subscribed(service), Operator.IS, true),
				new Comparison("reach." + service.channel().key(), Operator.IS, state.reach()));
		String query = "condition=" + URLEncoder.encode(ConditionJson.write(condition), StandardCharsets.UTF_8);
		return new Part(state.reach(), this.search.count(ProfileQuery.parse(query), MOST), "/profiles?" + query);
	}

}
