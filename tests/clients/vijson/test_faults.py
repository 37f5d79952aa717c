"""Every fault in every shape, as rules make it, in VI JSON: its type, and the members that the rule gave."""

import unittest
import urllib.error

import fault_cases
import sim
from client import Fault, VCenter


class FaultTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sim = fault_cases.simulator()
        cls.addClassCleanup(cls.sim.stop)
        cls.vcenter = VCenter(cls.sim.sms_url, cls.sim.ca_file)
        cls.vcenter.login("administrator@sim.local", sim.PASSWORD)

    def call(self, case):
        """Makes the case's call under its rule; gives what it returns or raises."""
        fault_cases.put_rules(self.sim, case["rule"])
        call = fault_cases.call(case)
        return self.vcenter.sms(call["target"], case["operation"], **call["arguments"])

    def assertFault(self, fault, case):
        self.assertEqual(fault["_typeName"], case["type"])
        self.assertTrue(fault["faultMessage"][0]["message"])
        self.assertEqual(
            {name: value for name, value in fault.items() if name not in ("_typeName", "faultMessage", "faultstring")},
            case["expected"])

    def group_result(self, case):
        answer = self.call(case)
        if not isinstance(answer, list):
            info = self.vcenter.wait(answer)
            self.assertEqual(info["state"], "success")
            answer = info["result"]["_value"]
        [result] = answer
        return result

    def test_fault_of_the_call(self):
        for case in fault_cases.cases("soapFault"):
            with self.subTest(case["name"]):
                with self.assertRaises(Fault) as raised:
                    self.call(case)
                self.assertEqual(raised.exception.status, 500)
                self.assertTrue(raised.exception.fault["faultstring"])
                self.assertFault(raised.exception.fault, case)

    def test_error_of_the_task(self):
        for case in fault_cases.cases("taskError"):
            with self.subTest(case["name"]):
                info = self.vcenter.wait(self.call(case))
                self.assertEqual(info["state"], "error")
                self.assertFault(info["error"], case)

    def test_error_of_a_group(self):
        for case in fault_cases.cases("groupError"):
            with self.subTest(case["name"]):
                result = self.group_result(case)
                self.assertEqual(result["_typeName"], "GroupErrorResult")
                [error] = result["error"]
                self.assertFault(error, case)

    def test_warning_of_a_group(self):
        for case in fault_cases.cases("warning"):
            with self.subTest(case["name"]):
                result = self.group_result(case)
                self.assertEqual(result["_typeName"], "SyncReplicationGroupSuccessResult")
                [warning] = result["warning"]
                self.assertFault(warning, case)

    def test_summary_instead_of_replicas(self):
        for case in fault_cases.cases("summary"):
            with self.subTest(case["name"]):
                result = self.group_result(case)
                self.assertEqual(result["_typeName"], "QueryPointInTimeReplicaSummaryResult")
                self.assertGreater(result["intervalResults"][0]["number"], 0)

    def test_http_status(self):
        for status in (404, 502, 503):
            with self.subTest(status):
                with self.assertRaises(urllib.error.HTTPError) as raised:
                    self.call({"operation": "QueryReplicationGroup", "rule": {"do": {"httpStatus": status}}})
                self.assertEqual(raised.exception.code, status)
