package dev.sayso.contact.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.builder.BuilderView;
import dev.sayso.condition.builder.BuilderViews;

/**
 * The page of a policy: its sentence, its two conditions, what it changes for whom, when
 * it takes over, its versions.
 */
@Component
class PolicyPage {

	private static final BuilderView.Posts POSTS = new BuilderView.Posts("/policies/draft", "/policies/answer",
			"/policies/draft", "");

	private final PolicyRecords records;

	private final PolicyConditions conditions;

	private final PolicySentences sentences;

	private final BuilderViews builder;

	private final PolicyPreviews previews;

	private final Clock clock;

	PolicyPage(PolicyRecords records, PolicyConditions conditions, PolicySentences sentences, BuilderViews builder,
			PolicyPreviews previews, Clock clock) {
		this.records = records;
		this.conditions = conditions;
		this.sentences = sentences;
		this.builder = builder;
		this.previews = previews;
		this.clock = clock;
	}

	/**
	 * How the page is shown.
	 *
	 * @param strict whether all faults are shown, those of incomplete lines included
	 * @param edited whether the form holds unsaved changes
	 * @param open whether the reader may edit
	 */
	record Mode(boolean strict, boolean edited, boolean open) {

	}

	/**
	 * Whose names are shown of those who move.
	 *
	 * @param moves {@code in} for those who are let in
	 * @param behind the id behind which to begin
	 */
	record Movers(@Nullable String moves, @Nullable UUID behind) {

		static final Movers FIRST = new Movers(null, null);

		boolean in() {
			return "in".equals(this.moves);
		}

	}

	/**
	 * What the page is about.
	 *
	 * @param saved null for a new one
	 */
	record Subject(@Nullable ConsentPolicy saved, PolicyDraft draft) {

		static Subject of(ConsentPolicy policy) {
			return new Subject(policy, PolicyDraft.of(policy.draft()));
		}

	}

	ModelAndView render(PolicyForm form, Subject subject, Movers movers, Mode mode, HttpStatus status) {
		Instant now = this.clock.instant();
		ConsentPolicy saved = subject.saved();
		PolicyContent soFar = subject.draft().soFar(this.conditions);
		List<ConditionFault> faults = this.conditions
			.faults(mode.strict() ? subject.draft().content(this.conditions) : soFar);
		boolean sound = faults.isEmpty() || !mode.strict() && this.conditions.faults(soFar).isEmpty();
		PolicyStatus standing = (saved != null) ? this.records.status(saved, now) : null;
		boolean changed = saved == null || !soFar.equals(saved.draft());
		PolicyPreviews.Preview preview = this.previews.create(saved, sound ? soFar : null, movers, now);
		return new ModelAndView("contact/policy/show", status).addObject("form", form)
			.addObject("policy", saved)
			.addObject("standing", standing)
			.addObject("changed", changed)
			.addObject("number",
					(standing == null) ? 1
							: (changed || standing.drafted()) ? Objects.requireNonNull(saved).next() : saved.newest())
			.addObject("settled",
					standing != null && !changed && !standing.drafted()
							&& Objects.equals(standing.number(), saved.newest()))
			.addObject("mode", mode)
			.addObject("sentence", this.sentences.sentence(soFar))
			.addObject("unfinished", subject.draft().unfinished())
			.addObject("broken", mode.strict() && !faults.isEmpty())
			.addObject("when", view(this.conditions.whenViews(this.builder), subject, faults, mode))
			.addObject("only", view(this.conditions.onlyViews(this.builder), subject, faults, mode))
			.addObject("preview", preview)
			.addObject("versions", (saved != null) ? this.records.versions(saved, now) : List.of())
			.addObject("force", ForceForm.blank(form.version()));
	}

	private static BuilderView view(BuilderViews views, Subject subject, List<ConditionFault> faults, Mode mode) {
		return views.create(subject.draft().root(), faults, mode.open(), POSTS).whole();
	}

	/** The pairs that together allow nobody, if what is drafted were in force. */
	List<PolicyEffect.Pair> deadly(ConsentPolicy policy) {
		return Optional
			.ofNullable(this.previews.create(policy, policy.draft(), Movers.FIRST, this.clock.instant()).effect())
			.map(PolicyEffect::deadly)
			.orElse(List.of());
	}

}
