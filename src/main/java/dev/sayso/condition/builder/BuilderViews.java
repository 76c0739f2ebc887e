package dev.sayso.condition.builder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.builder.BuilderView.Choice;
import dev.sayso.condition.builder.BuilderView.GroupView;
import dev.sayso.condition.builder.BuilderView.Menu;
import dev.sayso.condition.builder.BuilderView.Node;

/**
 * Puts the builder together for its page.
 */
@Component
public class BuilderViews {

	private final FactRegistry facts;

	private final ConditionMessages conditionMessages;

	private final BuilderLines lines;

	private final MessageSource messages;

	BuilderViews(FactRegistry facts, ConditionMessages conditionMessages, BuilderLines lines, MessageSource messages) {
		this.facts = facts;
		this.conditionMessages = conditionMessages;
		this.lines = lines;
		this.messages = messages;
	}

	private record Page(Map<String, Fact> facts, List<Menu> menu, Map<String, String> faults) {

	}

	/**
	 * @param faults those that are said at their lines
	 */
	public BuilderView create(ConditionDraft.Group draft, List<ConditionFault> faults, boolean open,
			BuilderView.Posts to) {
		Map<String, String> messagesByPath = new HashMap<>();
		Locale reader = LocaleContextHolder.getLocale();
		faults.forEach((fault) -> messagesByPath.putIfAbsent(path(fault.pointer()),
				this.conditionMessages.fault(fault, reader)));
		List<Menu> menu = this.facts.groups()
			.stream()
			.map((group) -> new Menu(this.messages.getMessage(group.title(), null, reader),
					group.facts()
						.stream()
						.map((fact) -> new Choice(fact.name(), this.conditionMessages.label(fact, reader)))
						.toList()))
			.toList();
		return new BuilderView(node(draft, ConditionDraft.ROOT, 0, new Page(this.facts.byName(), menu, messagesByPath)),
				menu, open, to);
	}

	/**
	 * The place in the form that a pointer into the condition means.
	 */
	public static String path(String pointer) {
		StringBuilder path = new StringBuilder(ConditionDraft.ROOT);
		String[] segments = pointer.split("/");
		for (int at = 1; at + 1 < segments.length; at += 2) {
			if (!List.of("all", "any", "none").contains(segments[at])) {
				break;
			}
			path.append('.').append(segments[at + 1]);
		}
		return path.toString();
	}

	private Node node(ConditionDraft draft, String path, int depth, Page page) {
		if (draft instanceof ConditionDraft.Line line) {
			return new Node(path, null, this.lines.create(line, page.facts().get(line.fact()), page.menu()),
					page.faults().get(path));
		}
		ConditionDraft.Group group = (ConditionDraft.Group) draft;
		List<Node> members = new ArrayList<>();
		for (ConditionDraft member : group.members()) {
			members.add(node(member, path + "." + members.size(), depth + 1, page));
		}
		String join = (group.of() == Condition.Quantifier.ALL) ? "and" : "or";
		return new Node(path, new GroupView(group.of().key(), join, members, depth >= Condition.DEEPEST - 1), null,
				page.faults().get(path));
	}

}
