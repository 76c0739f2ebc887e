package dev.sayso.decision.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;

final class FormulaFaults {

	/** Whoever mistypes one sign must not read a page of what follows from it. */
	private static final int MOST = 10;

	private final CelSource source;

	private final List<FormulaFault> faults = new ArrayList<>();

	FormulaFaults(CelSource source) {
		this.source = source;
	}

	void add(long node, FormulaFault fault) {
		Integer offset = this.source.getPositionsMap().get(node);
		this.faults.add((offset != null)
				? this.source.getOffsetLocation(offset).map((at) -> at(fault, at)).orElse(fault) : fault);
	}

	void add(List<CelIssue> issues) {
		List<CelIssue> own = issues.stream()
			.filter((issue) -> !FormulaIssueMessages.isNoise(issue.getMessage()))
			.toList();
		(own.isEmpty() ? issues : own).forEach((issue) -> this.faults
			.add(at(FormulaIssueMessages.fault(issue.getMessage()), issue.getSourceLocation())));
	}

	private static FormulaFault at(FormulaFault fault, CelSourceLocation location) {
		return (location.getLine() > 0) ? fault.at(location.getLine(), location.getColumn() + 1) : fault;
	}

	/**
	 * Goes on only where nothing is wrong.
	 * @throws InvalidFormulaException with what is
	 */
	void refuse() {
		if (!this.faults.isEmpty()) {
			throw new InvalidFormulaException(this.faults.stream()
				.distinct()
				.sorted(Comparator.comparingInt(FormulaFault::line).thenComparingInt(FormulaFault::column))
				.limit(MOST)
				.toList());
		}
	}

}
