package dev.sayso.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.person.Profile;
import dev.sayso.shared.TextNormalizer;

/**
 * An audience of five comparisons in nested groups, and the same question as somebody
 * would write it who needs no other.
 */
final class ByHand {

	static final String CONDITION = """
			{"all": [
				{"any": [{"fact": "city", "operator": "is", "value": "Lyon"},
					{"fact": "country", "operator": "isOneOf", "value": ["FR", "BE", "NL", "DE"]}]},
				{"fact": "consents.personalize.content", "operator": "is", "value": true},
				{"any": [{"fact": "attributes.points", "operator": "atLeast", "value": 100},
					{"fact": "attributes.lastBought", "operator": "inLast", "value": {"days": 90}}]}]}""";

	/** The attributes joined, which a planner reads at once. */
	static final String JOINED = """
			profile p
			left join profile_attribute a2 on a2.profile_id = p.id and a2.attribute_id = '%s'
			left join profile_attribute a3 on a3.profile_id = p.id and a3.attribute_id = '%s'
			""".formatted(Population.POINTS, Population.LAST_BOUGHT);

	/** With the zone in which days begin for those who have none. */
	private static final String WHERE = """
			(p.city_key = 'lyon' or p.country in ('FR', 'BE', 'NL', 'DE'))
			and exists (select 1 from consent c where c.profile_id = p.id and c.purpose = 'personalize.content'
				and c.choice in ('y', 'dy', 'LI'))
			and (a2.number_value >= 100 or a3.date_value between TODAY - 90 and TODAY)
			""".replace("TODAY", "cast(current_timestamp at time zone coalesce(p.time_zone, 'ZONE') as date)");

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final Set<String> COUNTRIES = Set.of("FR", "BE", "NL", "DE");

	private ByHand() {
	}

	/**
	 * What has to hold of those who are {@link #JOINED}.
	 */
	static String where() {
		return WHERE.replace("ZONE", ZoneId.systemDefault().getId());
	}

	static String created() {
		return "p.created_at >= cast(cast(current_timestamp at time zone coalesce(p.time_zone, 'ZONE') as date) - 30"
			.replace("ZONE", ZoneId.systemDefault().getId())
				+ " as timestamp) at time zone coalesce(p.time_zone, 'ZONE')".replace("ZONE",
						ZoneId.systemDefault().getId());
	}

	static String reachable() {
		return """
				p.email_key is not null
				and not exists (select 1 from consent c where c.profile_id = p.id
					and (c.purpose in ('marketing.any', 'marketing.email') and c.choice = 'n'
						or c.purpose = 'marketing.email' and c.choice not in ('y', 'dy', 'LI', 'u')))
				and not exists (select 1 from profile t join consent c on c.profile_id = t.id
					where t.email_key = p.email_key and t.id <> p.id
					and c.purpose in ('marketing.any', 'marketing.email') and c.choice = 'n')""";
	}

	/** What a loop has at hand of somebody. */
	record Known(Profile profile, Map<String, Object> values, Say say, LocalDate today) {

		boolean isMeant(ConsentDefaults defaults) {
			String city = this.profile.details().city();
			String country = this.profile.details().country();
			return (city != null && TextNormalizer.key(city).equals("lyon")
					|| country != null && COUNTRIES.contains(country))
					&& this.say.effective(Purpose.PERSONALIZE_CONTENT, defaults).allows()
					&& (hasPoints(this.values.get("points")) || isRecent(this.values.get("lastBought")));
		}

		private static boolean hasPoints(@Nullable Object points) {
			return points != null && ((BigDecimal) points).compareTo(HUNDRED) >= 0;
		}

		private boolean isRecent(@Nullable Object day) {
			return day instanceof LocalDate bought && !bought.isBefore(this.today.minusDays(90))
					&& !bought.isAfter(this.today);
		}

	}

}
