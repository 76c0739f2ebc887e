package dev.sayso.contact.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * A consent policy as the configuration file has it: what binds or will, and beside it
 * the draft where that differs.
 *
 * @param status {@code draft}, {@code enabled}, {@code scheduled} or {@code disabled};
 * null for as it is
 * @param from of a scheduled one: when it begins
 * @param when the condition under which it binds, marketing actions among its facts; null
 * for always
 * @param only the condition that people have to meet then
 * @param next of an enabled one: what takes over from it; null for nothing
 * @param draft what would be enabled next; null where it is the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyItem(@Nullable String key, @Nullable String name, @Nullable String description, @Nullable String status,
		@Nullable String from, @Nullable Object when, @Nullable Object only, @Nullable NextItem next,
		@Nullable RuleItem draft) implements ConfigurationPart.Item {

	private static final String NO_TIME = "is not a time, such as 2027-01-01T00:00:00Z";

	/** What a policy says. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RuleItem(@Nullable Object when, @Nullable Object only) {

		static RuleItem of(PolicyContent content) {
			return of(content.condition(), content.required());
		}

		private static RuleItem of(Condition when, Condition only) {
			return new RuleItem(when.isEverybody() ? null : ConditionJson.tree(when), ConditionJson.tree(only));
		}

		/** The same whatever was typed: what is equal means the same. */
		RuleItem normal() {
			return of(content());
		}

		PolicyContent content() {
			return PolicyContent.of(read(this.when), read(this.only));
		}

		private static Condition read(@Nullable Object written) {
			return (written != null) ? ConditionJson.read(JsonMapper.shared().valueToTree(written))
					: Condition.EVERYBODY;
		}

		private void faults(String at, List<Fault> faults) {
			condition(at + "/when", this.when, faults);
			condition(at + "/only", this.only, faults);
			if (this.only == null) {
				faults.add(new Fault(at + "/only", ConfigurationPart.MISSING));
			}
		}

		private static void condition(String at, @Nullable Object written, List<Fault> faults) {
			try {
				read(written);
			}
			catch (InvalidConditionException ex) {
				faults.add(new Fault(at, "is not a condition"));
			}
		}

	}

	/**
	 * What takes over from what is in force.
	 *
	 * @param from when it begins
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record NextItem(@Nullable String from, @Nullable Object when, @Nullable Object only) {

		static NextItem of(Instant from, RuleItem rule) {
			return new NextItem(from.toString(), rule.when(), rule.only());
		}

		RuleItem rule() {
			return new RuleItem(this.when, this.only);
		}

		Instant begin() {
			return Objects.requireNonNull(JsonBody.instant(Objects.requireNonNull(this.from)));
		}

	}

	RuleItem rule() {
		return new RuleItem(this.when, this.only);
	}

	Instant begin() {
		return Objects.requireNonNull(JsonBody.instant(Objects.requireNonNull(this.from)));
	}

	boolean is(String state) {
		return state.equals(this.status);
	}

	/** Whether it says that a version is in force, or will be. */
	boolean binds() {
		return is("enabled") || is("scheduled");
	}

	/** What would be enabled next, wherever it stands. */
	RuleItem drafted() {
		return ((this.draft != null) ? this.draft : (this.next != null) ? this.next.rule() : rule()).normal();
	}

	/** The same once what was to come by then has come. */
	PolicyItem advance(Instant now) {
		if (is("scheduled") && !begin().isAfter(now)) {
			return new PolicyItem(this.key, this.name, this.description, "enabled", null, this.when, this.only, null,
					this.draft);
		}
		if (this.next != null && !this.next.begin().isAfter(now)) {
			return new PolicyItem(this.key, this.name, this.description, this.status, null, this.next.when(),
					this.next.only(), null, this.draft);
		}
		return this;
	}

	/** Whether the same binds from the same instants on. */
	boolean bindsAs(PolicyItem other) {
		return Objects.equals(this.status, other.status) && rule().normal().equals(other.rule().normal())
				&& (!is("scheduled") || begin().equals(other.begin()))
				&& Objects.equals(normalNext(), other.normalNext());
	}

	private @Nullable NextItem normalNext() {
		return (this.next != null) ? NextItem.of(this.next.begin(), this.next.rule().normal()) : null;
	}

	/** What is wrong with it, whatever the store has. */
	List<Fault> faults() {
		List<Fault> faults = new ArrayList<>(ConfigurationPart.Item.faults(this.key, this.name));
		if (this.key != null && PolicyForm.RESERVED.contains(this.key)) {
			faults.add(new Fault("/key", "is no key"));
		}
		if (this.description != null && this.description.length() > 2000) {
			faults.add(new Fault("/description", "is longer than 2000 characters"));
		}
		if (this.description != null && !TextNormalizer.isText(this.description)) {
			faults.add(new Fault("/description", ConfigurationPart.NO_TEXT));
		}
		if (this.status != null && !Set.of("draft", "enabled", "scheduled", "disabled").contains(this.status)) {
			faults.add(new Fault("/status", ConfigurationPart.UNKNOWN));
		}
		if (is("scheduled") || this.from != null) {
			time("/from", this.from, is("scheduled"), faults);
		}
		rule().faults("", faults);
		if (this.next != null) {
			time("/next/from", this.next.from(), is("enabled"), faults);
			this.next.rule().faults("/next", faults);
		}
		if (this.draft != null) {
			this.draft.faults("/draft", faults);
		}
		return faults;
	}

	private static void time(String at, @Nullable String time, boolean belongs, List<Fault> faults) {
		if (!belongs) {
			faults.add(new Fault(at.replace("/next/from", "/next"), "does not go with this status"));
		}
		else if (time == null) {
			faults.add(new Fault(at, ConfigurationPart.MISSING));
		}
		else if (JsonBody.instant(time) == null) {
			faults.add(new Fault(at, NO_TIME));
		}
	}

}
