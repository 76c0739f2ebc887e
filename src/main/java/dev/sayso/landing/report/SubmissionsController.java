package dev.sayso.landing.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.editor.PageHeadViews;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.ConsolePage;

/**
 * Lists what people sent from a page, and what it changed.
 */
@ConsolePage
class SubmissionsController {

	private static final int PAGE = 25;

	private final LandingPages pages;

	private final Submissions submissions;

	private final Profiles profiles;

	private final Ledger ledger;

	private final PageHeadViews heads;

	private final ChangeLabels labels;

	SubmissionsController(LandingPages pages, Submissions submissions, Profiles profiles, Ledger ledger,
			PageHeadViews heads, ChangeLabels labels) {
		this.labels = labels;
		this.heads = heads;
		this.pages = pages;
		this.submissions = submissions;
		this.profiles = profiles;
		this.ledger = ledger;
	}

	@GetMapping("/landing-pages/{id}/submissions")
	String list(@PathVariable String id, @RequestParam(defaultValue = "") String before, Model model) {
		LandingPage page = this.pages.get(id);
		UUID older = Ids.parse(before).orElse(null);
		List<Submission> found = this.submissions.ofPage(page.id(), older, PAGE + 1);
		List<Submission> shown = found.subList(0, Math.min(PAGE, found.size()));
		model.addAttribute("head", this.heads.view(page));
		model.addAttribute("rows", rows(shown));
		model.addAttribute("first", (older != null) ? href(page, null) : null);
		model.addAttribute("next", (found.size() > PAGE) ? href(page, shown.get(PAGE - 1).id()) : null);
		return "landing/report/submissions";
	}

	private List<SubmissionRowView> rows(List<Submission> shown) {
		List<ProfileId> ids = shown.stream().map(Submission::profile).filter(Objects::nonNull).distinct().toList();
		Map<ProfileId, Profile> people = this.profiles.findByIdIn(ids)
			.stream()
			.collect(Collectors.toMap(Profile::id, Function.identity()));
		return shown.stream().map((submission) -> row(submission, people)).toList();
	}

	private SubmissionRowView row(Submission submission, Map<ProfileId, Profile> people) {
		ProfileId profile = submission.profile();
		List<LedgerEntry> entries = (profile != null) ? this.ledger.ofSubmission(profile, submission.id()) : List.of();
		return SubmissionRowView.of(submission, (profile != null) ? people.get(profile) : null,
				entries.stream()
					.map((entry) -> new SubmissionRowView.Change(this.labels.shortName(entry.purpose()),
							this.labels.choice(entry.purpose(), entry.after())))
					.toList());
	}

	private static String href(LandingPage page, @Nullable UUID before) {
		return "/landing-pages/" + page.id() + "/submissions" + ((before != null) ? "?before=" + before : "");
	}

}
