package dev.sayso.decision.editor;

import java.util.List;

import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.account.Publishers;
import dev.sayso.audit.FieldChange;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.review.DecisionFinding;
import dev.sayso.decision.review.FindingMessages;
import dev.sayso.offer.Offer;
import dev.sayso.shared.Actor;
import dev.sayso.store.FourEyesView;

/**
 * Draws the last step before a decision goes live.
 */
@Component
class ReviewPage {

	private final DecisionPage page;

	private final PublishDecision publication;

	private final DecisionVersions versions;

	private final FindingMessages findings;

	private final DecisionMessages messages;

	private final Publishers publishers;

	ReviewPage(DecisionPage page, PublishDecision publication, DecisionVersions versions, FindingMessages findings,
			DecisionMessages messages, Publishers publishers) {
		this.page = page;
		this.publication = publication;
		this.versions = versions;
		this.findings = findings;
		this.messages = messages;
		this.publishers = publishers;
	}

	/** As it is first shown, with every offer ticked that waits. */
	ModelAndView show(Decision decision, List<DecisionFinding> found, Actor reader, HttpStatusCode status) {
		return show(decision, found, PublicationForm.blank(decision, all(decision)), reader, status);
	}

	/** As it was sent. */
	ModelAndView show(Decision decision, List<DecisionFinding> found, PublicationForm form, Actor reader,
			HttpStatusCode status) {
		long errors = found.stream().filter(DecisionFinding::isError).count();
		ModelAndView shown = this.page.page("decision/editor/review", decision);
		shown.setStatus(status);
		return shown.addObject("findings", this.findings.say(found, decision))
			.addObject("errors", errors)
			.addObject("warnings", found.size() - errors)
			.addObject("waiting", this.publication.waiting(decision))
			.addObject("differences", differences(decision))
			.addObject("eyes", FourEyesView.of(decision.fourEyes(), reader, this.publishers.list()))
			.addObject("form", form);
	}

	/** The same as somebody else saved it meanwhile. */
	ModelAndView stale(Decision theirs, ModelAndView shown) {
		return this.page.stale(shown, theirs, theirs);
	}

	private ApprovedWith all(Decision decision) {
		return new ApprovedWith(this.publication.waiting(decision).stream().map(ReviewPage::tick).toList());
	}

	private static String tick(Offer offer) {
		return offer.slug() + "." + offer.version();
	}

	/** How the draft differs from what was published last. */
	private List<FieldChange> differences(Decision decision) {
		return this.versions.find(decision.id(), decision.live())
			.map((version) -> this.messages.differences(DecisionParts.of(version.name(), version.content()),
					DecisionParts.of(decision.name(), decision.draft())))
			.orElse(List.of());
	}

}
