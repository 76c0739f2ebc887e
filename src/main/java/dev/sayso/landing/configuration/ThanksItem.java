package dev.sayso.landing.configuration;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.landing.PageBehaviour.ThankYou;

/**
 * Where whoever sent a form goes on, as the configuration file has it: the first rule
 * whose condition holds says it, else the way beside the rules. Without a page and an
 * address it is the page's own words.
 *
 * @param page the key of another page
 * @param address on the web, https
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ThanksItem(@Nullable String page, @Nullable String address, @Nullable List<WayItem> rules) {

	/** A way for those for whom a condition holds. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record WayItem(@Nullable Object condition, @Nullable String page, @Nullable String address) {

		/**
		 * What is kept as it is written: one that cannot be read stays a text, which
		 * holds for nobody.
		 */
		static WayItem of(ThankYou.Rule rule) {
			return new WayItem(tree(rule.condition()), BlockItem.orNull(rule.way().page()),
					BlockItem.orNull(rule.way().address()));
		}

		private static Object tree(String condition) {
			try {
				return ConditionJson.tree(ConditionJson.parse(condition));
			}
			catch (InvalidConditionException ex) {
				return condition;
			}
		}

		/**
		 * The condition.
		 * @throws InvalidConditionException when it has not the shape of one
		 */
		Condition parsed() {
			return ConditionJson.read(JsonMapper.shared().valueToTree(this.condition));
		}

		private ThankYou.Rule rule() {
			return new ThankYou.Rule(kept(), way(this.page, this.address));
		}

		private String kept() {
			try {
				return ConditionJson.write(parsed());
			}
			catch (InvalidConditionException ex) {
				return String.valueOf(this.condition);
			}
		}

	}

	/** Null for a page's own words alone. */
	static @Nullable ThanksItem of(ThankYou thankYou) {
		return thankYou.equals(ThankYou.OWN_WORDS) ? null
				: new ThanksItem(BlockItem.orNull(thankYou.usual().page()),
						BlockItem.orNull(thankYou.usual().address()),
						thankYou.rules().isEmpty() ? null : thankYou.rules().stream().map(WayItem::of).toList());
	}

	ThankYou thankYou() {
		return new ThankYou(way(this.page, this.address), list().stream().map(WayItem::rule).toList());
	}

	List<WayItem> list() {
		return Objects.requireNonNullElse(this.rules, List.of());
	}

	private static ThankYou.Way way(@Nullable String page, @Nullable String address) {
		return new ThankYou.Way(Objects.requireNonNullElse(page, ""), Objects.requireNonNullElse(address, ""));
	}

}
