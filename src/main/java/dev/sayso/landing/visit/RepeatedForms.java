package dev.sayso.landing.visit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submission;
import dev.sayso.landing.Submissions;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.shared.SecretKeys;

/**
 * Tells a form that is sent twice from another one of the same opening: browsers keep a
 * page, its opening with it, and show it again on <em>Back</em>. The store numbers the
 * forms of an opening, so that two that arrive at once are told apart too.
 */
@Component
class RepeatedForms {

	private final Submissions submissions;

	private final SecretKeys keys;

	private final LinkRecipients recipients;

	private final Clock clock;

	RepeatedForms(Submissions submissions, SecretKeys keys, LinkRecipients recipients, Clock clock) {
		this.clock = clock;
		this.submissions = submissions;
		this.keys = keys;
		this.recipients = recipients;
	}

	/**
	 * Takes a form, unless it says what the newest of its opening says.
	 * @param recipient null where nobody is identified
	 * @param submit takes it, within a transaction of its own
	 * @param joining asked where the page did not send itself, with the newest form and
	 * the person as they are now, whether that stands still
	 * @return its submission, or the one it joins
	 */
	UUID once(PublishedPage page, PublicFormBody body, @Nullable LinkRecipient recipient,
			Function<Submission.Opening, UUID> submit, BiPredicate<Submission, @Nullable LinkRecipient> joining) {
		String fingerprint = fingerprint(page, body, recipient);
		return take(page, body, new Submission.Opening(body.opening(), 1, fingerprint), submit,
				(newest) -> (fingerprint.equals(newest.opening().fingerprint())
						&& (body.automatic() || joins(page, newest, recipient, joining))) ? newest.id() : null);
	}

	/**
	 * The opening of a form that another website shows, which knows of none: that of all
	 * who send it within ten minutes with the same addresses.
	 */
	UUID openingOfCopy(PublishedPage page, PublicFormBody body) {
		String moment = "copy:" + page.id() + body.fields().get("email") + " " + body.fields().get("mobile") + " "
				+ this.clock.instant().getEpochSecond() / 600;
		return UUID.nameUUIDFromBytes(this.keys.sign(moment.getBytes(StandardCharsets.UTF_8)));
	}

	/** Takes the noes of a form of which the rest cannot be taken; nothing joins it. */
	<T> T partly(PublishedPage page, PublicFormBody body, Function<Submission.Opening, T> submit) {
		int number = newest(page, body).map((newest) -> newest.opening().number() + 1).orElse(1);
		return take(page, body, new Submission.Opening(body.opening(), number, null), submit, (newest) -> null);
	}

	private <T> T take(PublishedPage page, PublicFormBody body, Submission.Opening first,
			Function<Submission.Opening, T> submit, Function<Submission, @Nullable T> join) {
		Submission.Opening opening = first;
		while (true) {
			try {
				return submit.apply(opening);
			}
			catch (DuplicateKeyException ex) {
				Submission newest = newest(page, body).orElseThrow(() -> ex);
				T joined = join.apply(newest);
				if (joined != null) {
					return joined;
				}
				opening = next(newest, opening, ex);
			}
		}
	}

	private Optional<Submission> newest(PublishedPage page, PublicFormBody body) {
		return this.submissions.ofOpening(page.id(), body.opening()).stream().reduce((earlier, later) -> later);
	}

	/**
	 * What was undone is said anew by pressing the button, not by a page that sends
	 * itself.
	 */
	private boolean joins(PublishedPage page, Submission newest, @Nullable LinkRecipient recipient,
			BiPredicate<Submission, @Nullable LinkRecipient> joining) {
		return newest.undoneAt() == null
				&& joining.test(newest, (recipient != null) ? this.recipients.reload(page, recipient) : null);
	}

	/**
	 * The number after the newest.
	 * @throws DuplicateKeyException where that number was free, so that something else
	 * was there twice
	 */
	private static Submission.Opening next(Submission newest, Submission.Opening tried, DuplicateKeyException ex) {
		int number = newest.opening().number() + 1;
		if (number <= tried.number()) {
			throw ex;
		}
		return new Submission.Opening(tried.id(), number, tried.fingerprint());
	}

	private String fingerprint(PublishedPage page, PublicFormBody body, @Nullable LinkRecipient recipient) {
		Map<String, String> fields = new TreeMap<>(body.fields());
		fields.keySet().retainAll(page.fieldsFor(recipient != null));
		String said = "form:" + ((recipient != null) ? recipient.profile().id() : "") + body.ticks().names() + fields;
		return HexFormat.of().formatHex(this.keys.sign(said.getBytes(StandardCharsets.UTF_8)));
	}

}
