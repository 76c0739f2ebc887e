package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.PageBlocks;
import dev.sayso.landing.visit.PublicFormView.Buttons;
import dev.sayso.landing.visit.PublicFormView.Field;

/**
 * Draws the blocks of a page in their order. Each is rendered by itself: all of them
 * together would look the same for few people.
 */
final class PublicFormBlocks {

	/** By what a visitor is found. */
	private static final List<String> ADDRESSES = List.of("email", "mobile");

	private final Tools tools;

	private final ShownForm view;

	private final Buttons buttons;

	private final Locale locale;

	private final List<PageBlock> blocks;

	private final PublicFormGroups.Canvas canvas;

	private final PublicFormGroups groups;

	private int agreements;

	PublicFormBlocks(Tools tools, ShownForm view, Buttons buttons, Locale locale) {
		this.tools = tools;
		this.view = view;
		this.buttons = buttons;
		this.locale = locale;
		List<String> asked = view.page().fieldsFor(view.recipient() != null);
		this.blocks = view.page().blocks().all().stream().filter((block) -> isShown(block, asked)).toList();
		this.canvas = new PublicFormGroups.Canvas(tools, locale);
		this.groups = new PublicFormGroups(this.canvas, view, this.blocks);
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
		String lead = this.canvas.take(0);
		service();
		asked();
		while (at < this.blocks.size()) {
			at = next(at);
		}
		if (this.blocks.stream().noneMatch((block) -> block.type() == Type.BUTTON)) {
			buttons();
		}
		return new Drawn(lead, this.canvas.take(0), this.canvas.faults());
	}

	/** The fields of the form that stops everything, by which somebody is found. */
	Drawn drawAddresses() {
		this.view.page()
			.fieldsFor(false)
			.stream()
			.filter(ADDRESSES::contains)
			.forEach((name) -> this.canvas
				.add(this.tools.fields().field(this.view, name, BlockText.NONE, PublicFormFields.STOP, this.locale)));
		return new Drawn("", this.canvas.take(0), this.canvas.faults());
	}

	/** Draws the block at a place, with those that belong to it. */
	private int next(int at) {
		PageBlock block = this.blocks.get(at);
		boolean legend = block.type() == Type.HEADING && at + 1 < this.blocks.size()
				&& this.blocks.get(at + 1).type().isCheckbox();
		if (legend) {
			return this.groups.draw(label(block), at + 1);
		}
		if (PageBlocks.isLegend(block)) {
			return at + 1;
		}
		if (block.type().isCheckbox()) {
			return this.groups.draw("", at);
		}
		if (block.type() == Type.FIELD) {
			return fields(at);
		}
		if (block.type() == Type.AGREEMENT) {
			this.agreements++;
			this.canvas.add(this.tools.boxes().agreement(this.view, block, this.agreements));
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
		this.canvas.draw("_reading", model);
	}

	/** What a page that subscribes or unsubscribes is about. */
	private void service() {
		if (!this.view.page().kind().hasService()) {
			return;
		}
		this.tools.boxes().find(this.view.page().service()).ifPresentOrElse((service) -> {
			Map<String, Object> model = new HashMap<>();
			String language = this.locale.getLanguage();
			model.put("name", service.name(language));
			model.put("help", service.description(language));
			ReaderPlaceholders placeholders = new ReaderPlaceholders();
			model.put("state", (this.view.recipient() == null) ? null
					: placeholders.text(this.tools.messages().state(this.view.recipient(), service, this.locale)));
			boolean subscribes = this.view.page().kind().serviceMeaning() != BoxMeaning.DO_NOT_CONTACT;
			model.put("often", subscribes ? this.tools.boxes().often(this.view, service, this.locale) : null);
			this.canvas.draw("_service", model, placeholders);
			if (subscribes) {
				this.groups.again(service);
			}
		}, this::gone);
	}

	/** A no to a service that is gone is one to e-mail. */
	private void gone() {
		if (!this.view.page().kind().writesNo() || this.view.page().service().isEmpty()) {
			return;
		}
		Map<String, Object> model = new HashMap<>();
		model.put("name", this.tools.messages().name(Purpose.MARKETING_EMAIL, this.locale));
		model.put("help", this.tools.messages().say("public.service.gone", this.locale));
		model.put("state", null);
		model.put("often", null);
		this.canvas.draw("_service", model);
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
			.forEach((name) -> this.canvas
				.add(this.tools.fields().field(this.view, name, BlockText.NONE, PublicFormFields.MAIN, this.locale)));
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
		int begin = this.canvas.length();
		run.forEach(this.canvas::add);
		if (folds) {
			this.canvas.wrap("_fold", Map.of(), begin);
		}
		return at;
	}

	private void pause(PageBlock block) {
		PublicFormBoxes.PauseField field = this.tools.boxes().pause(this.view, block, this.locale);
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		this.canvas.draw("_pause", Map.of("field", field.withPlaceholders(placeholders)), placeholders);
		this.canvas.fault(PublicFormBoxes.PauseField.ID, field.label(), field.error());
	}

	private void buttons() {
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		this.canvas.draw("_buttons", Map.of("buttons", this.buttons.withPlaceholders(placeholders)), placeholders);
	}

	private String label(PageBlock block) {
		return this.view.wording().block(block).text().label();
	}

}
