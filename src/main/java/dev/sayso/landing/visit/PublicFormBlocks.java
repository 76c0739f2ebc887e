package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.PageBlocks;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.visit.PublicFormView.Box;
import dev.sayso.landing.visit.PublicFormView.Buttons;
import dev.sayso.landing.visit.PublicFormView.Field;
import dev.sayso.landing.visit.PublicPageRenderer.Piece;
import dev.sayso.service.Service;
import dev.sayso.shared.Channel;

/**
 * Draws the blocks of a page in their order. Each is rendered by itself: all of them
 * together would look the same for few people.
 */
final class PublicFormBlocks {

	/** By what a visitor is found. */
	private static final List<String> ADDRESSES = List.of("email", "mobile");

	private final Tools tools;

	private final PublicFormPage.View view;

	private final Buttons buttons;

	private final Locale locale;

	private final List<PageBlock> blocks;

	private final StringBuilder html = new StringBuilder();

	private final List<PublicFormView.Fault> faults = new ArrayList<>();

	private final Set<Channel> opened = new HashSet<>();

	private int agreements;

	PublicFormBlocks(Tools tools, PublicFormPage.View view, Buttons buttons, Locale locale) {
		this.tools = tools;
		this.view = view;
		this.buttons = buttons;
		this.locale = locale;
		List<String> asked = view.page().fieldsFor(view.recipient() != null);
		this.blocks = view.page().blocks().all().stream().filter((block) -> isShown(block, asked)).toList();
	}

	/** What draws a page. */
	record Tools(PublicPageRenderer renderer, PublicFormFields fields, PublicFormBoxes boxes, PublicMessages messages) {
	}

	/**
	 * What is drawn.
	 *
	 * @param lead what stands above the form, safe HTML
	 * @param content what stands in it, safe HTML
	 * @param faults what is wrong with what is drawn
	 */
	record Drawn(String lead, String content, List<PublicFormView.Fault> faults) {
	}

	private boolean isShown(PageBlock block, List<String> asked) {
		return switch (block.type()) {
			case TEXT -> block.readers().include(this.view.recipient() != null);
			case FIELD -> asked.contains(block.about()) && this.tools.fields().isKnown(block.about());
			case CHANNEL, SERVICE, PURPOSE -> this.tools.boxes().asks(this.view, block);
			case AGREEMENT, PAUSE -> !this.view.page().closed();
			default -> true;
		};
	}

	Drawn draw() {
		int at = 0;
		while (at < this.blocks.size() && List.of(Type.TEXT, Type.IMAGE).contains(this.blocks.get(at).type())) {
			reading(this.blocks.get(at));
			at++;
		}
		String lead = this.html.toString();
		this.html.setLength(0);
		service();
		asked();
		while (at < this.blocks.size()) {
			at = next(at);
		}
		if (this.blocks.stream().noneMatch((block) -> block.type() == Type.BUTTON)) {
			buttons();
		}
		return new Drawn(lead, this.html.toString(), this.faults);
	}

	/** The fields of the form that stops everything, by which somebody is found. */
	Drawn drawAddresses() {
		this.view.page()
			.fieldsFor(false)
			.stream()
			.filter(ADDRESSES::contains)
			.forEach((name) -> add(
					this.tools.fields().field(this.view, name, BlockText.NONE, PublicFormFields.STOP, this.locale)));
		return new Drawn("", this.html.toString(), this.faults);
	}

	/** Draws the block at a place, with those that belong to it. */
	private int next(int at) {
		PageBlock block = this.blocks.get(at);
		boolean legend = block.type() == Type.HEADING && at + 1 < this.blocks.size()
				&& this.blocks.get(at + 1).type().isCheckbox();
		if (legend) {
			return group(label(block), at + 1);
		}
		if (PageBlocks.isLegend(block)) {
			return at + 1;
		}
		if (block.type().isCheckbox()) {
			return group("", at);
		}
		if (block.type() == Type.FIELD) {
			return fields(at);
		}
		if (block.type() == Type.AGREEMENT) {
			this.agreements++;
			add(this.tools.boxes().agreement(this.view, block, this.agreements));
		}
		else if (block.type() == Type.PAUSE) {
			pause(block);
		}
		else if (block.type() == Type.BUTTON) {
			buttons();
		}
		else {
			reading(block);
		}
		return at + 1;
	}

	/** What is only read. */
	private void reading(PageBlock block) {
		BlockText text = this.view.wording().block(block).text();
		Map<String, Object> model = new HashMap<>();
		model.put("type", block.type().key());
		model.put("text", text.label());
		model.put("help", text.help());
		switch (block.type()) {
			case TEXT -> model.put("text", this.view.wording().block(block).text(this.view.recipient() != null).html());
			case IMAGE -> {
				String[] parts = block.about().split("#", 2);
				String[] size = (parts.length > 1) ? parts[1].split("x", 2) : new String[0];
				model.put("src", parts[0]);
				model.put("width", (size.length > 1) ? size[0] : null);
				model.put("height", (size.length > 1) ? size[1] : null);
			}
			case CONTACT -> model.put("sender", this.view.wording().sender());
			default -> {
			}
		}
		this.html.append(render("_reading", model));
	}

	/** What a page that subscribes or unsubscribes is about. */
	private void service() {
		if (!this.view.page().kind().hasService()) {
			return;
		}
		this.tools.boxes().find(this.view.page().service()).ifPresent((service) -> {
			Map<String, Object> model = new HashMap<>();
			String language = this.locale.getLanguage();
			model.put("name", service.name(language));
			model.put("help", service.description(language));
			ReaderPlaceholders placeholders = new ReaderPlaceholders();
			model.put("state", (this.view.recipient() == null) ? null
					: placeholders.text(this.tools.messages().state(this.view.recipient(), service, this.locale)));
			boolean subscribes = this.view.page().kind().serviceMeaning() != BoxMeaning.DO_NOT_CONTACT;
			model.put("often", subscribes ? this.tools.boxes().often(this.view, service, this.locale) : null);
			this.html.append(this.tools.renderer().render(new Piece("_service", this.locale, model), placeholders));
			if (subscribes) {
				again(service);
			}
		});
	}

	/** The fields without a block of their own, by which somebody is found. */
	private void asked() {
		List<String> placed = this.blocks.stream()
			.filter((block) -> block.type() == Type.FIELD)
			.map(PageBlock::about)
			.toList();
		this.view.page()
			.fieldsFor(this.view.recipient() != null)
			.stream()
			.filter((name) -> !placed.contains(name) && ADDRESSES.contains(name))
			.forEach((name) -> add(
					this.tools.fields().field(this.view, name, BlockText.NONE, PublicFormFields.MAIN, this.locale)));
	}

	/**
	 * A run of fields: folded for somebody whom we know, who needs none to choose.
	 */
	private int fields(int first) {
		int at = first;
		List<Field> run = new ArrayList<>();
		for (; at < this.blocks.size() && this.blocks.get(at).type() == Type.FIELD; at++) {
			run.add(this.tools.fields().field(this.view, this.blocks.get(at), this.locale));
		}
		boolean folds = this.view.recipient() != null && run.stream().allMatch((field) -> field.error() == null)
				&& (this.view.page().kind().hasService()
						|| this.blocks.stream().anyMatch((block) -> block.type().isCheckbox()));
		int begin = this.html.length();
		run.forEach(this::add);
		if (folds) {
			String folded = this.html.substring(begin);
			this.html.setLength(begin);
			wrap("_fold", new HashMap<>(), folded);
		}
		return at;
	}

	/**
	 * A run of checkboxes under one legend; those that are not about contact under one of
	 * their own.
	 */
	private int group(String legend, int first) {
		int at = first;
		int begin = this.html.length();
		boolean use = this.blocks.get(first).type() == Type.PURPOSE;
		while (at < this.blocks.size() && this.blocks.get(at).type().isCheckbox()
				&& (use || this.blocks.get(at).type() != Type.PURPOSE)) {
			at = (this.blocks.get(at).type() == Type.CHANNEL) ? channel(at) : single(at);
		}
		String run = this.html.substring(begin);
		this.html.setLength(begin);
		Map<String, Object> model = new HashMap<>();
		model.put("legend", legend);
		model.put("note",
				(this.view.gpc() && this.blocks.subList(first, at).stream().anyMatch(PublicFormBlocks::isUnticked))
						? this.tools.messages().say("public.gpc", this.locale) : null);
		wrap("_group", model, run);
		boolean more = at < this.blocks.size() && this.blocks.get(at).type() == Type.PURPOSE;
		return more ? group(this.tools.messages().say("public.uses", this.locale), at) : at;
	}

	private static boolean isUnticked(PageBlock block) {
		return block.box()
			.filter((box) -> PublicFormBoxes.isUntickedByGpc(box.purpose().orElseThrow(), box.meaning()))
			.isPresent();
	}

	private int single(int at) {
		PageBlock block = this.blocks.get(at);
		String refused = this.tools.boxes().refusedSince(this.view, block, this.locale);
		if (refused != null) {
			refused(block.purpose().orElseThrow(), refused);
			return at + 1;
		}
		add(this.tools.boxes().box(this.view, block, this.locale));
		if (block.type() == Type.SERVICE && block.meaning() != BoxMeaning.DO_NOT_CONTACT) {
			this.tools.boxes().find(block.about()).ifPresent(this::again);
		}
		return at + 1;
	}

	/** A refusal that is not asked again, with what takes it back. */
	private void refused(Purpose purpose, String since) {
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		Map<String, Object> model = new HashMap<>();
		String name = PublicFormBody.box(purpose);
		model.put("name", name);
		model.put("id", "b-" + name.replace('.', '-'));
		model.put("label", this.tools.messages().label(this.view.wording().box(purpose), purpose, this.locale));
		model.put("since", placeholders.text(since));
		this.html.append(this.tools.renderer().render(new Piece("_refused", this.locale, model), placeholders));
	}

	/** A channel's box, with those of its services that follow it inside. */
	private int channel(int first) {
		PageBlock block = this.blocks.get(first);
		Optional<Channel> channel = Channel.of(block.about());
		int begin = this.html.length();
		Box box = this.tools.boxes().box(this.view, block, this.locale);
		add(box);
		int inside = this.html.length();
		int at = first + 1;
		while (at < this.blocks.size() && channel.filter(services(this.blocks.get(at))::contains).isPresent()) {
			add(this.tools.boxes().box(this.view, this.blocks.get(at), this.locale));
			at++;
		}
		if (at > first + 1) {
			String services = this.html.substring(inside);
			String own = this.html.substring(begin, inside);
			this.html.setLength(begin);
			Map<String, Object> model = new HashMap<>();
			model.put("no", block.meaning() == BoxMeaning.DO_NOT_CONTACT);
			model.put("off", (this.view.recipient() == null) ? null
					: this.tools.messages().say("public.service.off", this.locale, box.label()));
			ReaderPlaceholders placeholders = new ReaderPlaceholders();
			model.put("channel", placeholders.html(own));
			model.put("services", placeholders.html(services));
			this.html.append(this.tools.renderer().render(new Piece("_card", this.locale, model), placeholders));
		}
		return at;
	}

	/** The channel of the service that a block is about; none of any other. */
	private Set<Channel> services(PageBlock block) {
		return (block.type() != Type.SERVICE) ? Set.of()
				: this.tools.boxes().find(block.about()).map(Service::channel).stream().collect(Collectors.toSet());
	}

	/**
	 * Who subscribes while the channel says no is shown that, with a box that opens it
	 * again.
	 */
	private void again(Service service) {
		Channel channel = service.channel();
		LinkRecipient recipient = this.view.recipient();
		if (recipient != null && this.view.page().mayReopen(channel)
				&& PublicMessages.isStopped(recipient.say(), channel) && this.opened.add(channel)) {
			add(this.tools.boxes().again(this.view, channel, this.locale));
		}
	}

	private void pause(PageBlock block) {
		PublicFormBoxes.PauseField field = this.tools.boxes().pause(this.view, block, this.locale);
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		this.html.append(this.tools.renderer()
			.render(new Piece("_pause", this.locale, Map.of("field", field.withPlaceholders(placeholders))),
					placeholders));
		fault(PublicFormBoxes.PauseField.ID, field.label(), field.error());
	}

	private void buttons() {
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		this.html.append(this.tools.renderer()
			.render(new Piece("_buttons", this.locale, Map.of("buttons", this.buttons.withPlaceholders(placeholders))),
					placeholders));
	}

	private void add(Field field) {
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		this.html.append(this.tools.renderer()
			.render(new Piece("_field", this.locale, Map.of("field", field.withPlaceholders(placeholders))),
					placeholders));
		fault(field.id(), field.label(), field.error());
	}

	private void add(Box box) {
		this.html.append(render("_box", Map.of("box", box)));
		fault(box.id(), box.html() ? this.tools.messages().say("public.agreement", this.locale) : box.label(),
				box.error());
	}

	private void wrap(String template, Map<String, Object> model, String content) {
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		model.put("content", placeholders.html(content));
		this.html.append(this.tools.renderer().render(new Piece(template, this.locale, model), placeholders));
	}

	private String render(String template, Map<String, ?> model) {
		return this.tools.renderer().render(new Piece(template, this.locale, model), new ReaderPlaceholders());
	}

	private String label(PageBlock block) {
		return this.view.wording().block(block).text().label();
	}

	private void fault(String id, String name, @Nullable String code) {
		if (code != null) {
			this.faults.add(new PublicFormView.Fault("#" + id, this.tools.messages()
				.say("public.fault.of", this.locale, name, this.tools.messages().say(code, this.locale))));
		}
	}

}
