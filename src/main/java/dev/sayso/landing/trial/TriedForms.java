package dev.sayso.landing.trial;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.landing.visit.FormDetails;
import dev.sayso.landing.visit.LinkRecipient;
import dev.sayso.landing.visit.PublicFormSubmission;
import dev.sayso.landing.visit.ResultPage;
import dev.sayso.person.Details;
import dev.sayso.shared.ProfileId;

/**
 * Hands a form to what takes those of readers, and says whom it is about.
 */
@Component
class TriedForms {

	private static final Pattern SCRIPT = Pattern.compile("<script[^>]*></script>");

	private static final Pattern WAY = Pattern.compile("[?&]way=([0-9]+)");

	private final PublicFormSubmission forms;

	private final ResultPage results;

	private final FormDetails details;

	private final AddressOwners owners;

	private final Suppressions suppressions;

	private final Submissions submissions;

	TriedForms(PublicFormSubmission forms, ResultPage results, FormDetails details, AddressOwners owners,
			Suppressions suppressions, Submissions submissions) {
		this.forms = forms;
		this.results = results;
		this.details = details;
		this.owners = owners;
		this.suppressions = suppressions;
		this.submissions = submissions;
	}

	/**
	 * How a form was answered.
	 *
	 * @param refusal the form with what is wrong with it; null where it was taken
	 * @param submission null where it was not
	 * @param next the page that says what it came to
	 * @param address where its reader is sent instead; null for that page
	 */
	record Answer(@Nullable ResponseEntity<byte[]> refusal, @Nullable UUID submission, String next,
			@Nullable String address) {

	}

	Answer send(PublishedPage page, @Nullable LinkRecipient recipient, String path, PublicFormBody body,
			VisitorRequest request) {
		ResponseEntity<byte[]> answer = (recipient != null) ? this.forms.submit(page, recipient, path, body, request)
				: this.forms.submitUnlimited(page, path, body, request);
		if (answer.getStatusCode() != HttpStatus.SEE_OTHER) {
			return new Answer(answer, null, "", null);
		}
		UUID submission = this.submissions.ofOpening(page.id(), body.opening())
			.stream()
			.reduce((earlier, later) -> later)
			.map(Submission::id)
			.orElseThrow();
		String result = "/p/" + page.slug() + "/results/";
		String address = String.valueOf(answer.getHeaders().getLocation());
		ResponseEntity<byte[]> next = this.results.show(page, new LinkToken.Receipt(submission, recipient != null),
				result + "trial", way(address), request);
		return new Answer(null, submission,
				SCRIPT.matcher(new String(next.getBody(), StandardCharsets.UTF_8)).replaceAll(""),
				address.startsWith(result) ? null : address);
	}

	/** The number of the way on that the result offers; -1 for none. */
	private static int way(String result) {
		Matcher way = WAY.matcher(result);
		return way.find() ? Integer.parseInt(way.group(1)) : -1;
	}

	/** Whom a form is about as things stand: the person, or who has an address in it. */
	List<ProfileId> people(PublishedPage page, @Nullable LinkRecipient recipient, PublicFormBody body) {
		return (recipient != null) ? List.of(recipient.profile().id())
				: typed(page, body).flatMap((details) -> this.owners.ids(details.addresses()).stream())
					.distinct()
					.toList();
	}

	/** The channels of addresses in a visitor's form whose no is kept since then. */
	List<String> kept(PublishedPage page, PublicFormBody body, Instant since) {
		return typed(page, body).flatMap((details) -> this.suppressions.find(details.addresses()).stream())
			.filter((suppression) -> suppression.kind() == Suppression.Kind.KEPT_SAY
					&& !suppression.since().isBefore(since))
			.map((suppression) -> suppression.channel().key())
			.distinct()
			.toList();
	}

	private Stream<Details> typed(PublishedPage page, PublicFormBody body) {
		FormDetails.Typed typed = this.details.typed(page, body);
		return Stream.concat(Stream.of(typed.details()), typed.others().stream());
	}

}
