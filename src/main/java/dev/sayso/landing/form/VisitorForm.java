package dev.sayso.landing.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.person.Details;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.Channel;

/**
 * What somebody sent from a page whom nobody identified.
 *
 * @param typed the details in it, those left out that cannot be read
 * @param attributes those it asks for and adds
 * @param others further addresses in it, each of which its noes are for
 * @param days those until which one may pause
 */
public record VisitorForm(PublishedPage page, PageWording wording, Details typed, Map<String, Object> attributes,
		List<Details> others, PublicFormBody body, RecordPause.Days days, VisitorRequest request) {

	/** The fields of addresses that no mail goes to. */
	private static final Set<String> OTHER_ADDRESSES = Set.of("mobile", "phone", "street", "postalCode", "city");

	/** What is said about services: a no applies, what is asked for waits. */
	public List<SubscriptionStatement> subscriptions(boolean in) {
		return new ServiceStatements(this.page.services(), null, ShownChoices.NOTHING, this.body.ticks()).byVisitor()
			.stream()
			.filter((statement) -> statement.in() == in)
			.toList();
	}

	/**
	 * What is said of a person whom the address belongs to: a yes waits, what is left
	 * changes nothing.
	 */
	public List<Statement> statements() {
		return this.page.denylist() ? FormStatements.STOP : formStatements(ConsentDefaults.NONE).byVisitor();
	}

	public List<Statement> noes() {
		return statements().stream().filter((statement) -> statement.choice() == Choice.NO).toList();
	}

	public List<Statement> optIns() {
		return statements().stream().filter((statement) -> statement.choice() != Choice.NO).toList();
	}

	public FormStatements formStatements(ConsentDefaults defaults) {
		return new FormStatements(this.page.boxes(), null, ShownChoices.NOTHING, defaults, this.body.ticks());
	}

	public boolean saysOnlyNo() {
		return saysNo() && !asks();
	}

	public boolean saysNo() {
		return !noes().isEmpty() || !subscriptions(false).isEmpty() || pausedUntil() != null;
	}

	/** Until when nothing is to come; null where that is not asked. */
	public @Nullable LocalDate pausedUntil() {
		return Optional.ofNullable(this.body.ticks().pause())
			.filter((typed) -> !this.body.ticks().all())
			.flatMap(FormPause.Typed::day)
			.filter(this.days::include)
			.orElse(null);
	}

	/** Whether it asks for something to come. */
	public boolean asks() {
		return !optIns().isEmpty() || !subscriptions(true).isEmpty();
	}

	/** The services it asks for, by their keys. */
	public List<String> asked() {
		return subscriptions(true).stream().map(SubscriptionStatement::service).toList();
	}

	/** Whether a mail to the e-mail address in the form can confirm it. */
	public boolean isMailed(Purpose purpose) {
		return isMailed(purpose, this.page.filled(this.body.fields(), false), reached());
	}

	/** The channels for which their noes can be kept, be they known or not. */
	public Set<Channel> reached() {
		return addresses().stream()
			.flatMap((details) -> details.addresses().keySet().stream())
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
	}

	/** The addresses by which visitors' people are found, and nothing else. */
	public List<Details> addresses() {
		return Stream
			.concat(Stream.of(Details.addresses(this.typed.email(), this.typed.mobile())), this.others.stream())
			.distinct()
			.filter((details) -> !details.addresses().isEmpty())
			.toList();
	}

	public Declaration declare(List<Statement> statements, Evidence evidence, UUID submission) {
		List<Statement> all = new ArrayList<>(statements);
		if (this.request.gpc()) {
			all.add(Statement.of(Purpose.SHARE, Choice.NO));
		}
		return Declaration.byVisitor(all, evidence, this.page.source(), submission);
	}

	/**
	 * Whether a mail can confirm something: what comes by e-mail, or to no address at
	 * all; of everything as long as no other address was typed.
	 * @param filled what was filled in of a form
	 * @param reached the channels of the addresses in it by which people are found
	 */
	public static boolean isMailed(Purpose purpose, Map<String, String> filled, Set<Channel> reached) {
		if (purpose == Purpose.MARKETING_ANY) {
			return EnumSet.of(Channel.EMAIL).containsAll(reached)
					&& Collections.disjoint(filled.keySet(), OTHER_ADDRESSES);
		}
		return purpose.channel().orElse(Channel.EMAIL) == Channel.EMAIL;
	}

}
