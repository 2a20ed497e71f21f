/** What the last line of a title ends with: the kind of the paper. */
export const titleWord = /(?:方案|材料|报告|提纲|讲话|发言|发言稿|讲话稿|清单|台账|措施|总结|情况|意见|通报|公示|汇报|体会|心得|计划|通知|决定|要点|任务书|责任书|承诺书|说明|办法|规定|细则|制度)(?:[（(].{1,20}[）)])?$/u
