package dev.sayso.home;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Purpose;

/**
 * How many people said yes, no or nothing for each purpose; counted once a minute at
 * most, since at a million people it takes a moment.
 */
@Component
class ConsentCoverage {

	private static final String ALL = "all";

	private final JdbcClient jdbc;

	private final ConsentSettings settings;

	private final LoadingCache<String, Coverage> coverage = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(1))
		.build((all) -> count());

	ConsentCoverage(JdbcClient jdbc, ConsentSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	record Coverage(long people, List<Share> shares) {

	}

	/**
	 * @param label message key of its name
	 * @param href the list of those who said no
	 */
	record Share(String label, long yes, long no, long people, String href) {

		public long yesPercent() {
			return percent(this.yes);
		}

		public long noPercent() {
			return percent(this.no);
		}

		public long noFrom() {
			return 100 - noPercent();
		}

		private long percent(long part) {
			return (this.people == 0) ? 0 : Math.round(100.0 * part / this.people);
		}

	}

	Coverage now() {
		return this.coverage.get(ALL);
	}

	Coverage count() {
		long people = this.jdbc.sql("select count(*) from profile").query(Long.class).single();
		List<Share> shares = new ArrayList<>();
		this.settings.channelsInUse()
			.forEach((channel) -> shares.add(share(Purpose.marketing(channel), Purpose.MARKETING_ANY,
					"channel." + channel.key(), people, "/profiles?" + channel.key() + "=no")));
		shares.add(share(Purpose.PERSONALIZE_CONTENT, Purpose.PERSONALIZE_CONTENT, "home.personalization", people,
				"/profiles?personalization=no"));
		Arrays.stream(Purpose.values())
			.filter(Purpose::isTracking)
			.forEach((purpose) -> shares.add(share(purpose, purpose, "purpose." + purpose.key(), people,
					"/profiles?condition=" + refused(purpose))));
		return new Coverage(people, List.copyOf(shares));
	}

	/** Who said something that does not allow it, as the list of people is filtered. */
	private static String refused(Purpose purpose) {
		return URLEncoder
			.encode(ConditionJson.write(Condition.all(new Comparison("consents." + purpose.key(), Operator.IS, false),
					new Comparison("choice." + purpose.key(), Operator.IS_SET))), StandardCharsets.UTF_8);
	}

	private Share share(Purpose purpose, Purpose any, String label, long people, String href) {
		long no = this.jdbc.sql("""
				select count(*) from (
					select profile_id from consent where purpose = :purpose and choice in ('n', 'dn')
					union select profile_id from consent where purpose = :any and choice = 'n') said""")
			.param("purpose", purpose.key())
			.param("any", any.key())
			.query(Long.class)
			.single();
		long yes = this.jdbc.sql("""
				select count(*) from consent yes where purpose = :purpose and choice in ('y', 'dy', 'LI')
					and not exists (select 1 from consent said where said.profile_id = yes.profile_id
						and said.purpose = :any and said.choice = 'n')""")
			.param("purpose", purpose.key())
			.param("any", any.key())
			.query(Long.class)
			.single();
		return new Share(label, yes, no, people, href);
	}

}
