package dev.sayso.shared.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import dev.sayso.shared.api.ProblemException.Fault;

/**
 * What is wrong with a body, each thing told at its place.
 */
final class BodyFaults {

	private BodyFaults() {
	}

	static Fault of(ConstraintViolation<?> violation) {
		StringBuilder pointer = new StringBuilder();
		for (Path.Node node : violation.getPropertyPath()) {
			if (node.getIndex() != null) {
				pointer.append('/').append(node.getIndex());
			}
			if (node.getKey() != null) {
				pointer.append('/').append(JsonBody.escape(node.getKey().toString()));
			}
			if (node.getKind() == ElementKind.PROPERTY) {
				pointer.append('/').append(node.getName());
			}
		}
		return new Fault(pointer.toString(), violation.getMessage());
	}

	/**
	 * The first fault of each place, and none of what stands within a faulty place, in
	 * the order of their places.
	 */
	static List<Fault> first(List<Fault> faults) {
		Map<String, Fault> places = new TreeMap<>();
		faults.forEach((fault) -> places.putIfAbsent(fault.pointer(), fault));
		return places.values().stream().filter((fault) -> !isWithin(fault.pointer(), places.keySet())).toList();
	}

	private static boolean isWithin(String pointer, Set<String> places) {
		for (int end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
			if (places.contains(pointer.substring(0, end))) {
				return true;
			}
		}
		return false;
	}

}
